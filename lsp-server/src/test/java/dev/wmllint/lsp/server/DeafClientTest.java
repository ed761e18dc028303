package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that talks and does not listen, so that what the server says gets stuck. */
class DeafClientTest {
  private static final String URI = "file:///nowhere/job.yaml";

  /** More than a pipe holds. */
  private static final int MANY = 1_000;

  /**
   * How many bytes are in a pipe, at least, when it may be full. Those of Linux have 16 pages of
   * 4,096 bytes, which small messages fill in part.
   */
  private static final int FULL = 30_000;

  private Process server;

  private void start(Class<?> program) throws IOException {
    server = JavaProcess.of(program.getName()).start();
  }

  @AfterEach
  void end() {
    server.destroyForcibly();
  }

  private void send(Map<String, ?> message) throws IOException {
    byte[] json = new Gson().toJson(message).getBytes(StandardCharsets.UTF_8);
    OutputStream wire = server.getOutputStream();
    wire.write(("Content-Length: " + json.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    wire.write(json);
    wire.flush();
  }

  private void notify(String method, Map<String, ?> params) throws IOException {
    send(Map.of("jsonrpc", "2.0", "method", method, "params", params));
  }

  private void ask(int id, String method, Map<String, ?> params) throws IOException {
    send(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", params));
  }

  /** Asks for more than the server's standard output holds, until that is full. */
  private void fill(Map<String, ?> initialize) throws Exception {
    ask(0, "initialize", initialize);
    notify("initialized", Map.of());
    Map<String, Object> document =
        Map.of("uri", URI, "languageId", "yaml", "version", 1, "text", Manifests.RIGHT);
    notify("textDocument/didOpen", Map.of("textDocument", document));
    for (int i = 1; i <= MANY; i++) {
      ask(i, "textDocument/documentSymbol", Map.of("textDocument", Map.of("uri", URI)));
    }
    awaitFull(server.getInputStream());
    ask(MANY + 1, "textDocument/documentSymbol", Map.of("textDocument", Map.of("uri", URI)));
  }

  /** Until nothing more goes in: a server that pauses has not filled it yet. */
  private void awaitFull(InputStream pipe) throws Exception {
    int before = -1;
    for (int i = 0; before < FULL || before != pipe.available(); i++) {
      assertTrue(i < 300 && server.isAlive(), "the pipe is never full");
      before = pipe.available();
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private void assertEnds(int exitCode) throws InterruptedException {
    assertTrue(server.waitFor(30, TimeUnit.SECONDS));
    assertEquals(exitCode, server.exitValue());
  }

  @Test
  void theServerHearsExit() throws Exception {
    start(ServerMain.class);
    fill(Map.of("capabilities", Map.of()));
    ask(MANY + 2, "shutdown", Map.of());
    notify("exit", Map.of());
    assertEnds(0);
  }

  @Test
  void theServerEndsWithItsInput() throws Exception {
    start(ServerMain.class);
    fill(Map.of("capabilities", Map.of()));
    server.getOutputStream().close();
    assertEnds(1);
  }

  @Test
  void theServerEndsWithItsParent() throws Exception {
    Process parent = JavaProcess.idle();
    try {
      start(ServerMain.class);
      fill(Map.of("capabilities", Map.of(), "processId", parent.pid()));
      parent.destroyForcibly();
      assertEnds(1);
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void nobodyHasToReadTheLog() throws Exception {
    start(ChattyServer.class);
    try (TestClient client = new TestClient(server)) {
      client.initialize();
      client.open(URI, Manifests.RIGHT);
      // It prints at each version.
      for (int version = 2; version < 5_000; version++) {
        client.change(URI, version, new TextDocumentContentChangeEvent(Manifests.RIGHT));
      }
      awaitFull(server.getErrorStream());
      client.change(URI, 5_000, new TextDocumentContentChangeEvent("model_definition: 1\n"));
      client.hear(PublishDiagnosticsParams.class, found -> found.getVersion() == 5_000);
      while (client.heardSomething()) {
        client.hear(PublishDiagnosticsParams.class);
      }
    }
  }

  @Test
  void nothingElseKeepsTheProcessAlive() throws Exception {
    start(StubbornServer.class);
    fill(Map.of("capabilities", Map.of()));
    notify("exit", Map.of());
    assertEnds(1);
  }

  @Test
  void aServerThatNobodyGreetsEndsToo() throws Exception {
    start(ServerMain.class);
    ask(1, "shutdown", Map.of());
    assertEquals('C', server.getInputStream().read());
    server.getOutputStream().close();
    assertEnds(1);
  }
}
