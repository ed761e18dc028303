package dev.wmllint.lsp.server;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.lsp.feature.CommandNames;
import dev.wmllint.lsp.feature.WorkspaceEdits;
import dev.wmllint.suppress.Directive;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkspaceEdit;

/**
 * {@code wml.chooseModel}: asks which zip belongs to a manifest, and writes the answer into it, or
 * into the configuration.
 */
final class ChooseModelCommand {
  private static final String IN_MANIFEST = "in the manifest";
  private static final String IN_CONFIGURATION = "in " + ConfigFinder.FILE_NAME;

  private final Session session;

  ChooseModelCommand(Session session) {
    this.session = session;
  }

  /**
   * Answers whether something was written; null when the user chose nothing.
   *
   * @param arguments the manifest's address, and perhaps the choice, and perhaps where it is kept
   */
  CompletableFuture<Object> run(List<String> arguments) {
    String uri = arguments.isEmpty() ? "" : arguments.get(0);
    if (arguments.size() > 1) {
      Optional<String> place = arguments.stream().skip(2).findFirst();
      return session
          .dispatcher()
          .answer(() -> manifest(uri), snapshot -> isConfigured(snapshot, place))
          .thenCompose(configured -> write(uri, arguments.get(1), configured));
    }
    return session
        .dispatcher()
        .answer(() -> manifest(uri), DocumentSnapshot::zips)
        .thenCompose(zips -> zips.isEmpty() ? nothingToChoose(uri) : ask(uri, zips));
  }

  /** On the owner thread. */
  private DocumentSnapshot manifest(String uri) {
    return session
        .workspace()
        .find(uri)
        .filter(DocumentSnapshot::isManifest)
        .orElseThrow(() -> Dispatcher.invalid("no such manifest is open"));
  }

  private static boolean isConfigured(DocumentSnapshot snapshot, Optional<String> place) {
    if (place.isEmpty()) {
      return snapshot.document().isJson();
    }
    return switch (place.get()) {
      case CommandNames.IN_CONFIGURATION -> true;
      case CommandNames.IN_MANIFEST -> false;
      default ->
          throw Dispatcher.invalid(
              "a choice is kept in '%s' or '%s'"
                  .formatted(CommandNames.IN_MANIFEST, CommandNames.IN_CONFIGURATION));
    };
  }

  private CompletableFuture<Object> nothingToChoose(String uri) {
    String words = "no zip in the folder of " + name(uri) + " or below";
    session.client().showMessage(new MessageParams(MessageType.Info, words));
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Object> ask(String uri, List<String> zips) {
    return question("Which model definition belongs to " + name(uri) + "?", zips)
        .thenCompose(
            zip ->
                zip.isEmpty() ? CompletableFuture.completedFuture(null) : askWhere(uri, zip.get()));
  }

  private CompletableFuture<Object> askWhere(String uri, String zip) {
    return session
        .dispatcher()
        .answer(() -> ConfigurationChoice.of(manifest(uri), session.workspace()), this::places)
        .thenCompose(
            places ->
                places.size() == 1
                    ? CompletableFuture.completedFuture(Optional.of(places.get(0)))
                    : question("Where is " + zip + " written?", places))
        .thenCompose(
            place ->
                place.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : write(uri, zip, place.get().equals(IN_CONFIGURATION)));
  }

  /** JSON has no comments, and a comment counts before a configuration. */
  private List<String> places(ConfigurationChoice choice) {
    if (choice.manifest().document().isJson()) {
      return List.of(IN_CONFIGURATION);
    }
    return choice.manifest().modelDirective().isEmpty() && choice.isPossible(session.abilities())
        ? List.of(IN_MANIFEST, IN_CONFIGURATION)
        : List.of(IN_MANIFEST);
  }

  /** Empty when the user chooses nothing. */
  private CompletableFuture<Optional<String>> question(String words, List<String> answers) {
    ShowMessageRequestParams question =
        new ShowMessageRequestParams(answers.stream().map(MessageActionItem::new).toList());
    question.setType(MessageType.Info);
    question.setMessage(words);
    return session
        .client()
        .showMessageRequest(question)
        .thenApply(item -> Optional.ofNullable(item).map(MessageActionItem::getTitle));
  }

  /** Into the text as it is by now: people may think for a while, and type. */
  private CompletableFuture<Object> write(String uri, String zip, boolean configured) {
    return session
        .dispatcher()
        .answer(
            () -> ConfigurationChoice.of(manifest(uri), session.workspace()),
            choice ->
                configured ? inConfiguration(choice, zip) : inManifest(choice.manifest(), zip))
        .thenCompose(edit -> session.client().applyEdit(edit))
        .thenApply(answer -> answer.isApplied());
  }

  private ApplyWorkspaceEditParams inManifest(DocumentSnapshot snapshot, String zip) {
    boolean oneLine = !zip.isBlank() && zip.lines().count() == 1;
    String comment = "# wml-lint: model=" + Directive.quoted(zip.strip());
    Edit edit =
        snapshot
            .modelDirective()
            .map(known -> new Edit(known.span(), comment))
            .orElseGet(() -> Edit.insert(0, comment + snapshot.document().source().lineEnd()));
    return params(
        zip,
        oneLine && !snapshot.document().isJson()
            ? Optional.of(
                WorkspaceEdits.of(snapshot.document(), List.of(edit), session.abilities()))
            : Optional.empty(),
        "the choice cannot be written into this document");
  }

  private ApplyWorkspaceEditParams inConfiguration(ConfigurationChoice choice, String zip) {
    if (choice.manifest().modelDirective().isPresent()) {
      throw Dispatcher.invalid("the comment in the manifest counts before the configuration");
    }
    if (choice.manifest().folder().isPresent() && !choice.isPossible(session.abilities())) {
      throw Dispatcher.invalid(
          "this editor cannot create " + ConfigFinder.FILE_NAME + "; make an empty one");
    }
    return params(
        zip,
        choice.edit(zip, session.abilities()),
        "the choice cannot be written into "
            + ConfigFinder.FILE_NAME
            + "; is it right, and there?");
  }

  private ApplyWorkspaceEditParams params(
      String zip, Optional<WorkspaceEdit> edit, String refusal) {
    if (edit.isEmpty() || !session.abilities().appliesEdits()) {
      throw Dispatcher.invalid(refusal);
    }
    ApplyWorkspaceEditParams params = new ApplyWorkspaceEditParams(edit.get());
    params.setLabel("use " + Printable.line(zip));
    return params;
  }

  private static String name(String uri) {
    return Printable.line(DocumentUri.name(uri));
  }
}
