package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.Linter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ApplyWorkspaceEditResponse;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.DidCloseTextDocumentParams;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.VersionedTextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.MessageConsumer;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.RequestMessage;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseMessage;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.lsp4j.services.LanguageServer;

/**
 * A client that talks to a server over pipes, in real JSON-RPC. Everything that the server says
 * unasked must be taken by the test: {@link #close} fails on what is left unread.
 */
final class TestClient implements LanguageClient, AutoCloseable {
  private static final long SECONDS = 60;

  /** In milliseconds: twice the time after which findings are told. */
  private static final long LONGER_THAN_DEBOUNCE = 300;

  /** Held here, for the logging of the JDK forgets what nobody holds. */
  private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

  private final LinkedBlockingQueue<Object> heard = new LinkedBlockingQueue<>();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "test-client");
            thread.setDaemon(true);
            return thread;
          });
  private final OutputStream toServer;
  private final CompletableFuture<Integer> exitCode;
  private final LanguageServer server;
  private final Launcher<LanguageServer> launcher;
  private volatile Function<ConfigurationParams, CompletableFuture<?>> settings =
      params -> CompletableFuture.completedFuture(List.of());
  private volatile Function<ShowMessageRequestParams, CompletableFuture<MessageActionItem>> choice =
      question -> CompletableFuture.completedFuture(null);
  private volatile String shutdownId = "";
  private volatile Runnable atShutdown = () -> {};
  private volatile CompletableFuture<Void> agreement = CompletableFuture.completedFuture(null);

  TestClient() {
    this(Linter::new);
  }

  TestClient(Function<LintConfig, Linter> linters) {
    try {
      PipedInputStream serverIn = new PipedInputStream(1 << 16);
      PipedInputStream clientIn = new PipedInputStream(1 << 16);
      toServer = new PipedOutputStream(serverIn);
      OutputStream serverOut = new PipedOutputStream(clientIn);
      exitCode =
          CompletableFuture.supplyAsync(
              () -> ServerMain.serve(serverIn, serverOut, linters, code -> {}), threads);
      launcher = launch(clientIn, toServer);
      server = launcher.getRemoteProxy();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Talks to a server that runs as a process. */
  TestClient(Process process) {
    toServer = process.getOutputStream();
    exitCode = process.onExit().thenApply(Process::exitValue);
    launcher = launch(process.getInputStream(), toServer);
    server = launcher.getRemoteProxy();
  }

  private Launcher<LanguageServer> launch(InputStream in, OutputStream out) {
    LIBRARY.setLevel(Level.OFF);
    Launcher<LanguageServer> made =
        new Launcher.Builder<LanguageServer>()
            .setLocalService(this)
            .setRemoteInterface(LanguageServer.class)
            .setInput(in)
            .setOutput(out)
            .setExecutorService(threads)
            .wrapMessages(this::watched)
            .create();
    var unused = made.startListening();
    return made;
  }

  /** Sees the messages of one direction, on the thread that reads or writes them. */
  private MessageConsumer watched(MessageConsumer consumer) {
    return message -> {
      if (message instanceof RequestMessage request && request.getMethod().equals("shutdown")) {
        shutdownId = request.getId();
      }
      if (message instanceof ResponseMessage answer && answer.getId().equals(shutdownId)) {
        atShutdown.run();
      }
      consumer.consume(message);
    };
  }

  /** What is done on the thread that reads, when the answer to shutdown is there. */
  void atShutdown(Runnable task) {
    atShutdown = task;
  }

  LanguageServer server() {
    return server;
  }

  /** For messages that no well-behaved client sends. */
  Launcher<LanguageServer> launcher() {
    return launcher;
  }

  OutputStream wire() {
    return toServer;
  }

  CompletableFuture<Integer> exitCode() {
    return exitCode;
  }

  InitializeResult initialize() {
    return initialize(Capabilities.plain());
  }

  InitializeResult initialize(ClientCapabilities capabilities) {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    return initialize(params);
  }

  InitializeResult initialize(InitializeParams params) {
    InitializeResult result = await(server.initialize(params));
    server.initialized(new InitializedParams());
    return result;
  }

  void open(String uri, String text) {
    open(uri, "yaml", text);
  }

  void open(String uri, String language, String text) {
    server
        .getTextDocumentService()
        .didOpen(new DidOpenTextDocumentParams(new TextDocumentItem(uri, language, 1, text)));
  }

  void change(String uri, int version, TextDocumentContentChangeEvent... changes) {
    server
        .getTextDocumentService()
        .didChange(
            new DidChangeTextDocumentParams(
                new VersionedTextDocumentIdentifier(uri, version), List.of(changes)));
  }

  void closeDocument(String uri) {
    server
        .getTextDocumentService()
        .didClose(new DidCloseTextDocumentParams(new TextDocumentIdentifier(uri)));
  }

  /** The next thing that the server says unasked. */
  <T> T hear(Class<T> kind) {
    return hear(kind, message -> true);
  }

  /** The first of that kind that fits; what else was said stays to be heard. */
  <T> T hear(Class<T> kind, Predicate<T> fitting) {
    List<Object> others = new ArrayList<>();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      while (true) {
        Object next = heard.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (next == null) {
          throw new AssertionError("not heard: " + kind.getSimpleName() + ", but " + others);
        }
        if (kind.isInstance(next) && fitting.test(kind.cast(next))) {
          return kind.cast(next);
        }
        others.add(next);
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      heard.addAll(others);
    }
  }

  /** The next findings that are published, which must be for this document. */
  List<Diagnostic> published(String uri) {
    PublishDiagnosticsParams params = hear(PublishDiagnosticsParams.class);
    assertEquals(uri, params.getUri());
    return params.getDiagnostics();
  }

  /** What was said, and not heard yet. */
  List<Object> unheard() {
    return List.copyOf(heard);
  }

  /** Lets pass by what was said so far. */
  void hearAll() {
    heard.clear();
  }

  /** Whether anything is left to hear. */
  boolean heardSomething() {
    return !heard.isEmpty();
  }

  /** Asserts that the server has nothing to say, be it only when the typing has paused. */
  void assertSilent() {
    assertSilentFor(LONGER_THAN_DEBOUNCE);
  }

  /**
   * Asserts that the server has nothing to say for a while.
   *
   * @param milliseconds what is shorter than a debounce shows nothing
   */
  void assertSilentFor(long milliseconds) {
    try {
      Object next = heard.poll(milliseconds, TimeUnit.MILLISECONDS);
      assertTrue(next == null, () -> "the server says " + next);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  static <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.get(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | TimeoutException e) {
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ResponseErrorException refusal) {
        throw refusal;
      }
      throw new AssertionError(e);
    }
  }

  /** What is answered to the question for settings, which should be a list. */
  void settings(Function<ConfigurationParams, Object> answers) {
    settings = params -> CompletableFuture.completedFuture(answers.apply(params));
  }

  /** For an answer that takes its time, or never comes. */
  void settings(CompletableFuture<List<Object>> answer) {
    settings = params -> answer;
  }

  void choose(Function<ShowMessageRequestParams, MessageActionItem> chooser) {
    choice = question -> CompletableFuture.completedFuture(chooser.apply(question));
  }

  /** What is answered to every prompt, some time. */
  void choose(CompletableFuture<MessageActionItem> answer) {
    choice = question -> answer;
  }

  /** What is answered to the question whether progress is shown. */
  void agree(CompletableFuture<Void> answer) {
    agreement = answer;
  }

  /** Shuts the server down as the protocol wants it; nothing may be left unread. */
  @Override
  public void close() {
    await(server.shutdown());
    List<Object> unread = unheard();
    server.exit();
    assertEquals(0, await(exitCode));
    assertEquals(List.of(), unread, "left unread");
    assertEquals(List.of(), unheard(), "said after shutdown");
    threads.shutdownNow();
  }

  /** Ends without the protocol's farewell. */
  void abandon() throws IOException {
    toServer.close();
  }

  @Override
  public void telemetryEvent(Object event) {
    heard.add(Optional.ofNullable(event));
  }

  @Override
  public void publishDiagnostics(PublishDiagnosticsParams diagnostics) {
    heard.add(diagnostics);
  }

  @Override
  public void showMessage(MessageParams message) {
    heard.add(message);
  }

  @Override
  public CompletableFuture<MessageActionItem> showMessageRequest(ShowMessageRequestParams request) {
    heard.add(request);
    return choice.apply(request);
  }

  @Override
  public void logMessage(MessageParams message) {
    heard.add(message);
  }

  @Override
  public CompletableFuture<Void> registerCapability(RegistrationParams params) {
    heard.add(params);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> unregisterCapability(UnregistrationParams params) {
    heard.add(params);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  @SuppressWarnings("unchecked") // clients answer what they want
  public CompletableFuture<List<Object>> configuration(ConfigurationParams params) {
    heard.add(params);
    return (CompletableFuture<List<Object>>) settings.apply(params);
  }

  @Override
  public CompletableFuture<ApplyWorkspaceEditResponse> applyEdit(ApplyWorkspaceEditParams params) {
    heard.add(params);
    return CompletableFuture.completedFuture(new ApplyWorkspaceEditResponse(true));
  }

  @Override
  public CompletableFuture<Void> createProgress(WorkDoneProgressCreateParams params) {
    heard.add(params);
    return agreement;
  }

  @Override
  public void notifyProgress(ProgressParams params) {
    heard.add(params);
  }

  @Override
  public CompletableFuture<Void> refreshDiagnostics() {
    heard.add("refreshDiagnostics");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshCodeLenses() {
    heard.add("refreshCodeLenses");
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Void> refreshInlayHints() {
    heard.add("refreshInlayHints");
    return CompletableFuture.completedFuture(null);
  }
}
