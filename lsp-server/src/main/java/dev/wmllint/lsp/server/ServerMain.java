package dev.wmllint.lsp.server;

import dev.wmllint.engine.CrashReport;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.Linter;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;

/** The program {@code wml-language-server}: talks to one client over two streams. */
public final class ServerMain {
  /** Held here: the JDK keeps only weak references to loggers. */
  private static final Logger LIBRARY = Logger.getLogger("org.eclipse.lsp4j");

  /** A client that leaves so much unread is taken for one that is gone. */
  private static final int MOST_UNREAD = 64 << 20;

  private static final int MOST_UNREAD_LOG = 1 << 20;

  /** How long what was said before the end may take to be read. */
  private static final long FAREWELL_MILLIS = 500;

  private ServerMain() {}

  /** Talks over standard input and output, and ends the process. */
  public static void main(String[] arguments) {
    System.exit(serveAlone(Linter::new));
  }

  /** Serves on the standard streams of the process. */
  static int serveAlone(Function<LintConfig, Linter> linters) {
    InputStream in = System.in;
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 14);
    return serveAlone(in, out, linters);
  }

  /**
   * Serves until the client says {@code exit} or is gone. Nothing else uses the two streams: what
   * is printed meanwhile goes to standard error, for one stray line ends the connection, and it is
   * dropped where it is not read. A process that still runs a while after the end is halted.
   *
   * @return the exit code of the protocol: 0 after {@code shutdown}, else 1
   */
  static int serveAlone(InputStream in, OutputStream out, Function<LintConfig, Linter> linters) {
    Outbox log = new Outbox("wml-log", System.err, MOST_UNREAD_LOG, () -> {});
    System.setErr(new PrintStream(log, true));
    System.setOut(System.err);
    System.setIn(new ByteArrayInputStream(new byte[0]));
    LIBRARY.setLevel(Level.SEVERE);
    IntConsumer halt = Runtime.getRuntime()::halt;
    Thread.setDefaultUncaughtExceptionHandler(memory(halt));
    int exitCode = serve(in, out, linters, halt);
    log.close(FAREWELL_MILLIS);
    return exitCode;
  }

  /**
   * Serves, and leaves the process alone.
   *
   * @param halt what is done when it still runs a while after the end, or runs out of memory
   */
  static int serve(
      InputStream in, OutputStream out, Function<LintConfig, Linter> linters, IntConsumer halt) {
    ManifestLanguageServer server =
        new ManifestLanguageServer(linters, CrashReport.of(System.getenv()));
    Watchdog watchdog = new Watchdog(server.ended(), server::lost, halt);
    watchdog.start();
    Outbox outbox = new Outbox("wml-writer", out, MOST_UNREAD, server::lost);
    LifecycleGate gate = new LifecycleGate();
    OutOfMemory memory = memory(halt);
    ExecutorService reader = Executors.newSingleThreadExecutor(Dispatcher.named("wml-reader"));
    Launcher<LanguageClient> launcher =
        new WholeMessageLauncher(in, gate)
            .setLocalService(server)
            .setOutput(outbox)
            .setExecutorService(reader)
            .setExceptionHandler(thrown -> error(thrown, server, memory))
            .wrapMessages(gate::wrap)
            .create();
    server.connect(launcher.getRemoteProxy(), watchdog, outbox::awaitRoom);
    server.warmUp();
    Future<Void> listening = launcher.startListening();
    reader.execute(
        () -> {
          failure(listening).ifPresent(memory::check);
          server.lost();
        });
    try {
      return server.ended().join();
    } finally {
      listening.cancel(true);
      reader.shutdownNow();
      outbox.close(FAREWELL_MILLIS);
    }
  }

  private static OutOfMemory memory(IntConsumer halt) {
    return new OutOfMemory(new FileOutputStream(FileDescriptor.err), halt);
  }

  /** Why reading ended, if it failed. */
  private static Optional<Throwable> failure(Future<Void> listening) {
    try {
      listening.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(e);
    } catch (InterruptedException | CancellationException e) {
      return Optional.empty();
    }
  }

  /**
   * Without message and stack of the exception: they may quote the document. What is a mistake of
   * ours, and not of the client, is logged.
   */
  private static ResponseError error(
      Throwable thrown, ManifestLanguageServer server, OutOfMemory memory) {
    memory.check(thrown);
    if (thrown instanceof UnsupportedOperationException) {
      return new ResponseError(ResponseErrorCode.MethodNotFound, "there is no such request", null);
    }
    Throwable cause = thrown;
    while (cause.getCause() != null && !(cause instanceof ResponseErrorException)) {
      cause = cause.getCause();
    }
    if (cause instanceof ResponseErrorException known) {
      return known.getResponseError();
    }
    server.failed(cause);
    String words = "internal error: " + cause.getClass().getName();
    return new ResponseError(ResponseErrorCode.InternalError, words, null);
  }
}
