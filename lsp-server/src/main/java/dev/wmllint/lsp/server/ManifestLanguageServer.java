package dev.wmllint.lsp.server;

import dev.wmllint.engine.CrashReport;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.lsp.document.Configurations;
import dev.wmllint.lsp.document.Settings;
import dev.wmllint.lsp.document.Workspace;
import dev.wmllint.lsp.feature.ClientAbilities;
import dev.wmllint.text.Printable;
import dev.wmllint.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.MessageType;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ServerInfo;
import org.eclipse.lsp4j.SetTraceParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * The server's life: what is agreed on at the start, what is watched, how it ends. {@link
 * LifecycleGate} keeps out what comes too early or too late.
 */
final class ManifestLanguageServer implements LanguageServer {
  private final Function<LintConfig, Linter> linters;
  private final Dispatcher dispatcher = new Dispatcher(this::failed);
  private final CrashReport crashText;
  private final TextDocumentRequests documents = new TextDocumentRequests(dispatcher);
  private final WorkspaceRequests workspaceRequests = new WorkspaceRequests(dispatcher);
  private final CompletableFuture<Integer> ended = new CompletableFuture<>();
  private volatile Optional<Connection> connection = Optional.empty();
  private volatile boolean shutdown;
  private volatile Optional<Session> session = Optional.empty();

  private record Connection(
      LanguageClient client, ServerLog log, Watchdog watchdog, Runnable pace) {}

  /**
   * A server that is not connected yet.
   *
   * @param linters makes the linter of a configuration
   * @param crashText how much is said of our own mistakes
   */
  ManifestLanguageServer(Function<LintConfig, Linter> linters, CrashReport crashText) {
    this.linters = linters;
    this.crashText = crashText;
  }

  /**
   * Before the first message.
   *
   * @param watchdog watches the process of the client
   * @param pace waits until the client has read most of what was sent
   */
  void connect(LanguageClient client, Watchdog watchdog, Runnable pace) {
    ServerLog log = new ServerLog(client, crashText);
    connection = Optional.of(new Connection(client, log, watchdog, pace));
  }

  /**
   * Checks something small, so that schema and rules are loaded while client and server still greet
   * each other, and not when somebody waits for findings.
   */
  void warmUp() {
    SourceText small =
        SourceText.of("job.yaml", "model_definition:\n  execution:\n    command: x\n");
    dispatcher.checks().execute(() -> new Linter(LintConfig.DEFAULT).lint(LintRequest.of(small)));
  }

  /** Completes with the exit code when the server is to end. */
  CompletableFuture<Integer> ended() {
    return ended;
  }

  /** Ends without having been asked to: the client is gone. */
  void lost() {
    ended.complete(shutdown ? 0 : 1);
    dispatcher.close();
  }

  @Override
  public CompletableFuture<InitializeResult> initialize(InitializeParams params) {
    // At once: whatever happens to the rest, the server must not outlive its parent.
    Optional.ofNullable(Dispatcher.required(params).getProcessId())
        .ifPresent(parent -> connection.orElseThrow().watchdog().watch(parent));
    return dispatcher.answer(() -> start(params), result -> result);
  }

  private InitializeResult start(InitializeParams params) {
    ClientAbilities abilities = ClientAbilities.of(params.getCapabilities());
    Connection known = connection.orElseThrow();
    LanguageClient client = known.client();
    Configurations configurations =
        new Configurations(
            problem ->
                client.showMessage(
                    new MessageParams(MessageType.Warning, Printable.line(problem))));
    Workspace workspace = new Workspace(abilities.encoding(), configurations, linters);
    workspace.addFolders(folders(params));
    Settings initial = Settings.ofOptions(params.getInitializationOptions());
    Session started =
        new Session(
            dispatcher,
            workspace,
            abilities,
            client,
            known.pace(),
            known.log(),
            new DiagnosticsPublisher(dispatcher, workspace, abilities, client, known.log()),
            new FileWatches(dispatcher, workspace, abilities, client));
    session = Optional.of(started);
    documents.start(started);
    workspaceRequests.start(started, initial);
    String version =
        Optional.ofNullable(getClass().getPackage().getImplementationVersion())
            .orElse("unpackaged");
    return new InitializeResult(
        ServerAbilities.of(abilities), new ServerInfo("wml-language-server", version));
  }

  /** {@code rootUri} is what clients sent before there were workspace folders. */
  @SuppressWarnings("deprecation")
  private static List<WorkspaceFolder> folders(InitializeParams params) {
    if (params.getWorkspaceFolders() != null) {
      return params.getWorkspaceFolders().stream().filter(Objects::nonNull).toList();
    }
    String root = params.getRootUri();
    return root == null ? List.of() : List.of(new WorkspaceFolder(root, ""));
  }

  @Override
  public void initialized(InitializedParams params) {
    dispatcher.inOrder(() -> session.ifPresent(this::register));
  }

  private void register(Session started) {
    List<Registration> wanted = new ArrayList<>();
    started.watches().first().ifPresent(wanted::add);
    if (started.abilities().registersConfiguration()) {
      wanted.add(new Registration("wml-settings", "workspace/didChangeConfiguration"));
    }
    if (!wanted.isEmpty()) {
      Dispatcher.needNoAnswer(started.client().registerCapability(new RegistrationParams(wanted)));
    }
    if (started.abilities().answersConfiguration()) {
      started.diagnostics().waitForSettings();
      workspaceRequests.askForSettings();
    }
  }

  @Override
  public CompletableFuture<Object> shutdown() {
    shutdown = true;
    CompletableFuture<Object> answer = new CompletableFuture<>();
    dispatcher.inOrder(
        () -> {
          dispatcher.cancelAll();
          answer.complete(null);
        });
    return answer;
  }

  @Override
  public void exit() {
    lost();
  }

  @Override
  public TextDocumentRequests getTextDocumentService() {
    return documents;
  }

  @Override
  public WorkspaceRequests getWorkspaceService() {
    return workspaceRequests;
  }

  @Override
  public void cancelProgress(WorkDoneProgressCancelParams params) {
    workspaceRequests.cancelProgress(
        Dispatcher.required(params, WorkDoneProgressCancelParams::getToken));
  }

  @Override
  public void setTrace(SetTraceParams params) {
    // There is nothing that a trace would add to the log of messages that clients keep.
  }

  /** Something failed that should not. On any thread. */
  void failed(Throwable cause) {
    connection.ifPresent(known -> known.log().failed(cause));
  }
}
