package dev.wmllint.lsp.training;

import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.lsp4j.jsonrpc.Launcher;
import org.eclipse.lsp4j.jsonrpc.RemoteEndpoint;
import org.eclipse.lsp4j.jsonrpc.services.JsonNotification;
import org.eclipse.lsp4j.services.LanguageServer;

/** As much of an editor as it takes to talk to the server: it asks, and waits for answers. */
final class Editor {
  /** A server over two streams; returns when it has ended. */
  interface Server {
    int serve(InputStream in, OutputStream out);
  }

  private final RemoteEndpoint endpoint;
  private final Thread thread;
  private final Semaphore published = new Semaphore(0);

  Editor(Server server) throws IOException {
    PipedOutputStream requests = new PipedOutputStream();
    PipedInputStream answers = new PipedInputStream(1 << 16);
    InputStream in = new PipedInputStream(requests, 1 << 16);
    OutputStream out = new PipedOutputStream(answers);
    thread = new Thread(() -> server.serve(in, out), "server");
    thread.setDaemon(true);
    thread.start();
    Launcher<LanguageServer> launcher =
        Launcher.createLauncher(this, LanguageServer.class, answers, requests);
    endpoint = launcher.getRemoteEndpoint();
    Future<Void> unused = launcher.startListening();
  }

  /** Returns when the answer is there. */
  void request(String method, String parameters)
      throws InterruptedException, ExecutionException, TimeoutException {
    endpoint.request(method, JsonParser.parseString(parameters)).get(1, TimeUnit.MINUTES);
  }

  void notify(String method, String parameters) {
    endpoint.notify(method, JsonParser.parseString(parameters));
  }

  @JsonNotification("textDocument/publishDiagnostics")
  public void published(Object findings) {
    published.release();
  }

  /** Returns when the server has published findings once more. */
  void awaitFindings() throws InterruptedException, TimeoutException {
    if (!published.tryAcquire(1, TimeUnit.MINUTES)) {
      throw new TimeoutException("no findings");
    }
  }

  /** Text as a JSON string, quotes included. */
  static String quoted(String text) {
    return new JsonPrimitive(text).toString();
  }

  /** Says goodbye, and returns when the server has ended. */
  void leave() throws InterruptedException, ExecutionException, TimeoutException {
    request("shutdown", "null");
    notify("exit", "null");
    thread.join();
  }
}
