package dev.wmllint.lsp;

import dev.wmllint.fix.Fix;
import dev.wmllint.lsp.feature.ModelChoice;
import dev.wmllint.text.Printable;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.ShowMessageRequestParams;

/** {@code wml.chooseModel}: asks which zip belongs to a manifest, and writes the answer into it. */
final class ChooseModelCommand {
  private final Session session;

  ChooseModelCommand(Session session) {
    this.session = session;
  }

  /**
   * Answers whether something was written; null when the user chose nothing.
   *
   * @param arguments the manifest's address, and perhaps the choice
   */
  CompletableFuture<Object> run(List<String> arguments) {
    String uri = arguments.isEmpty() ? "" : arguments.get(0);
    if (arguments.size() > 1) {
      return write(uri, arguments.get(1));
    }
    return session
        .dispatcher()
        .answer(() -> manifest(uri), ModelChoice::candidates)
        .thenCompose(zips -> zips.isEmpty() ? nothingToChoose(uri) : ask(uri, zips));
  }

  /** On the owner thread. */
  private DocumentView manifest(String uri) {
    return session
        .workspace()
        .find(uri)
        .filter(DocumentView::isManifest)
        .orElseThrow(() -> Dispatcher.invalid("no such manifest is open"));
  }

  private CompletableFuture<Object> nothingToChoose(String uri) {
    String words = "no zip in the folder of " + name(uri) + " or below";
    session.client().showMessage(new MessageParams(MessageType.Info, words));
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Object> ask(String uri, List<String> zips) {
    ShowMessageRequestParams question =
        new ShowMessageRequestParams(zips.stream().map(MessageActionItem::new).toList());
    question.setType(MessageType.Info);
    question.setMessage("Which model definition belongs to " + name(uri) + "?");
    return session
        .client()
        .showMessageRequest(question)
        .thenCompose(
            item ->
                item == null
                    ? CompletableFuture.completedFuture(null)
                    : write(uri, item.getTitle()));
  }

  /** Into the manifest as it is by now: people may think for a while, and type. */
  private CompletableFuture<Object> write(String uri, String zip) {
    return session
        .dispatcher()
        .answer(() -> manifest(uri), view -> edit(view, zip))
        .thenCompose(edit -> session.client().applyEdit(edit))
        .thenApply(answer -> answer.isApplied());
  }

  private ApplyWorkspaceEditParams edit(DocumentView view, String zip) {
    Optional<Fix> comment = ModelChoice.write(view, zip);
    if (comment.isEmpty() || !session.abilities().appliesEdits()) {
      throw Dispatcher.invalid("the choice cannot be written into this document");
    }
    var edits = view.converter().edits(comment.get());
    ApplyWorkspaceEditParams params =
        new ApplyWorkspaceEditParams(
            WorkspaceEdits.of(view.document(), edits, session.abilities()));
    params.setLabel(comment.get().title());
    return params;
  }

  private static String name(String uri) {
    return Printable.line(DocumentUri.name(uri));
  }
}
