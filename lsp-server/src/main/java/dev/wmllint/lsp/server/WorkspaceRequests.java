package dev.wmllint.lsp.server;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.wmllint.lsp.document.Settings;
import dev.wmllint.lsp.feature.CommandNames;
import dev.wmllint.lsp.feature.VirtualTexts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.eclipse.lsp4j.ConfigurationItem;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.TextDocumentContentResult;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.WorkspaceService;

/** What clients say and ask about folders, files and settings. */
final class WorkspaceRequests implements WorkspaceService {
  private final Dispatcher dispatcher;
  private volatile Optional<Session> session = Optional.empty();

  /** What holds where the client says nothing when it is asked. */
  private volatile Settings initial = Settings.DEFAULT;

  private volatile Optional<LintWorkspaceCommand> lintWorkspace = Optional.empty();

  WorkspaceRequests(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /** On the owner thread. */
  void start(Session started, Settings initialSettings) {
    session = Optional.of(started);
    initial = initialSettings;
    take(started, initialSettings, Map.of());
    lintWorkspace = Optional.of(new LintWorkspaceCommand(started));
  }

  private void heard(Consumer<Session> message) {
    dispatcher.inOrder(() -> session.ifPresent(message));
  }

  @Override
  public void didChangeConfiguration(DidChangeConfigurationParams params) {
    heard(
        session -> {
          if (session.abilities().answersConfiguration()) {
            askForSettings();
          } else {
            take(session, Settings.ofAll(params.getSettings()), Map.of());
            session.refresh();
          }
        });
  }

  /** Asks the client for its settings, where it answers such questions; on the owner thread. */
  void askForSettings() {
    session.filter(known -> known.abilities().answersConfiguration()).ifPresent(this::ask);
  }

  private void ask(Session session) {
    List<String> folders = session.workspace().folders();
    List<ConfigurationItem> items = new ArrayList<>();
    items.add(item(Optional.empty()));
    folders.forEach(folder -> items.add(item(Optional.of(folder))));
    Dispatcher.needNoAnswer(
        session
            .client()
            .configuration(new ConfigurationParams(items))
            .exceptionally(refusal -> List.of())
            .thenAccept(answers -> dispatcher.inOrder(() -> take(session, folders, answers))));
  }

  private static ConfigurationItem item(Optional<String> scope) {
    ConfigurationItem item = new ConfigurationItem();
    item.setSection(Settings.SECTION);
    scope.ifPresent(item::setScopeUri);
    return item;
  }

  private void take(Session session, List<String> folders, List<Object> answers) {
    if (answers != null && answers.size() == folders.size() + 1) {
      Map<String, Settings> ofFolders = new HashMap<>();
      for (int i = 0; i < folders.size(); i++) {
        ofFolders.put(folders.get(i), settings(answers.get(i + 1)));
      }
      take(session, settings(answers.get(0)), ofFolders);
    }
    session.diagnostics().settingsKnown();
    session.refresh();
  }

  private static void take(Session session, Settings all, Map<String, Settings> ofFolders) {
    List<Settings> present = new ArrayList<>(ofFolders.values());
    present.add(0, all);
    session.log().settings(present);
    session.workspace().settings(all, ofFolders);
  }

  private Settings settings(Object answer) {
    return answer instanceof JsonObject ? Settings.of(answer) : initial;
  }

  @Override
  public void didChangeWatchedFiles(DidChangeWatchedFilesParams params) {
    heard(
        session -> {
          session.diagnostics().deleted(FileWatches.deleted(params.getChanges()));
          if (FileWatches.matter(params.getChanges())) {
            session.workspace().forgetFiles();
            session.refresh();
          }
        });
  }

  @Override
  public void didChangeWorkspaceFolders(DidChangeWorkspaceFoldersParams params) {
    heard(
        session -> {
          WorkspaceFoldersChangeEvent event =
              Dispatcher.required(params, DidChangeWorkspaceFoldersParams::getEvent);
          session.workspace().removeFolders(Dispatcher.required(event.getRemoved()));
          session.workspace().addFolders(Dispatcher.required(event.getAdded()));
          session.diagnostics().foldersRemoved();
          session.watches().changed();
          askForSettings();
        });
  }

  @Override
  public CompletableFuture<TextDocumentContentResult> textDocumentContent(
      TextDocumentContentParams params) {
    String uri = Dispatcher.required(params, TextDocumentContentParams::getUri);
    return dispatcher.answer(
        () -> session.orElseThrow().workspace().models(),
        models ->
            VirtualTexts.at(uri, models)
                .map(TextDocumentContentResult::new)
                .orElseThrow(() -> Dispatcher.invalid("there is no such text")));
  }

  @Override
  public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
    return switch (Dispatcher.required(params, ExecuteCommandParams::getCommand)) {
      case CommandNames.CHOOSE_MODEL -> chooser().run(strings(params.getArguments()));
      case CommandNames.LINT_WORKSPACE ->
          linter().run(Optional.ofNullable(params.getWorkDoneToken()));
      default -> CompletableFuture.failedFuture(Dispatcher.invalid("there is no such command"));
    };
  }

  private ChooseModelCommand chooser() {
    return new ChooseModelCommand(
        session.orElseThrow(() -> Dispatcher.invalid("initialize comes first")));
  }

  private LintWorkspaceCommand linter() {
    return lintWorkspace.orElseThrow(() -> Dispatcher.invalid("initialize comes first"));
  }

  private static List<String> strings(List<Object> arguments) {
    List<String> strings = new ArrayList<>();
    for (Object argument : arguments == null ? List.of() : arguments) {
      strings.add(argument instanceof JsonPrimitive value ? value.getAsString() : "");
    }
    return strings;
  }

  void cancelProgress(Either<String, Integer> token) {
    lintWorkspace.ifPresent(command -> command.cancel(token));
  }
}
