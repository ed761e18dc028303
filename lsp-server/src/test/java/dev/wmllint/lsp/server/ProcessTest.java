package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server as a process of its own, as editors start it. */
class ProcessTest {
  private static final String URI = "file:///nowhere/job.yaml";

  @TempDir private Path folder;

  private Process start(String... arguments) throws IOException {
    return JavaProcess.of(arguments)
        .redirectError(folder.resolve("stderr").toFile())
        .directory(new File("."))
        .start();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.wmllint.lsp.server.ServerMain",
        "dev.wmllint.lsp.server.ServerMain --stdio",
        "dev.wmllint.cli.WmlLint lsp",
        "dev.wmllint.cli.WmlLint lsp --stdio"
      })
  void anEditorStartsIt(String arguments) throws IOException {
    try (TestClient client = new TestClient(start(arguments.split(" ")))) {
      assertEquals("wml-language-server", client.initialize().getServerInfo().getName());
      client.open(URI, Manifests.RIGHT.replace("small", "tiny"));
      assertEquals("unsupported-resource", client.published(URI).get(0).getCode().getLeft());
    }
    assertEquals("", Files.readString(folder.resolve("stderr")));
  }

  @Test
  void standardOutputIsTheProtocolsAlone() throws IOException {
    Process process = start("dev.wmllint.lsp.server.ChattyServer");
    try (TestClient client = new TestClient(process)) {
      client.initialize();
      client.open(URI, Manifests.RIGHT);
      client.published(URI);
    }
    assertTrue(Files.readString(folder.resolve("stderr")).contains("hello from a rule"));
  }

  @Test
  void itSaysThatMemoryRanOut() throws Exception {
    Process process = start("-Xmx32m", "dev.wmllint.lsp.server.ServerMain");
    send(process, "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':{}}}");
    assertEquals('C', process.getInputStream().read());
    try (OutputStream out = process.getOutputStream()) {
      out.write("Content-Length: 99999999\r\n\r\n".getBytes(StandardCharsets.UTF_8));
      out.write(new byte[99_999_999]);
    } catch (IOException e) {
      // It has ended before it has read it all.
    }
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(3, process.exitValue());
    assertEquals(
        "wml-lint: out of memory; the language server ends\n",
        Files.readString(folder.resolve("stderr")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "123456789012345678901234567890", "true"})
  void whatIsNoIdIsRefused(String id) throws Exception {
    Process process = start("dev.wmllint.lsp.server.ServerMain");
    send(process, "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':{}}}");
    send(process, "{'jsonrpc':'2.0','id':" + id + ",'method':'textDocument/codeLens'}");
    StringBuilder heard = new StringBuilder();
    for (int c = 0; c >= 0 && heard.indexOf("\"code\":-32600") < 0; ) {
      c = process.getInputStream().read();
      heard.append((char) c);
    }
    assertTrue(heard.indexOf("-32600") > 0, heard::toString);
    process.getOutputStream().close();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals("", Files.readString(folder.resolve("stderr")));
  }

  @Test
  void itEndsWhenItsInputIsClosed() throws Exception {
    Process process = start("dev.wmllint.lsp.server.ServerMain");
    TestClient client = new TestClient(process);
    client.initialize();
    process.getOutputStream().close();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(1, process.exitValue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev.wmllint.lsp.server.ServerMain", "dev.wmllint.cli.WmlLint lsp"})
  void itEndsWhenNobodyReadsItsOutput(String arguments) throws Exception {
    Process process = start(arguments.split(" "));
    send(process, "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':{}}}");
    assertEquals('C', process.getInputStream().read());
    process.getInputStream().close();
    // Its input stays open; only writing tells that the other end is gone.
    send(process, "{'jsonrpc':'2.0','id':2,'method':'textDocument/codeLens'}");
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertEquals(1, process.exitValue());
  }

  @Test
  void whatIsWrongWithARequestIsSaidByItsCode() throws Exception {
    Process process = start("dev.wmllint.lsp.server.ServerMain");
    send(process, "{'jsonrpc':'2.0','id':1,'method':'initialize','params':{'capabilities':{}}}");
    assertEquals('C', process.getInputStream().read());
    String[] requests = {
      "'textDocument/hover'",
      "'textDocument/hover','params':null",
      "'textDocument/hover','params':{'textDocument':{'uri':'file:///a.yaml'}}",
      "'textDocument/codeAction','params':{'textDocument':{'uri':'file:///a.yaml'},'range':{}}",
      "'textDocument/inlayHint','params':{'textDocument':{'uri':'file:///a.yaml'},'range':{}}",
      "'textDocument/foldingRange','params':{'textDocument':{}}",
      "'completionItem/resolve'",
      "'textDocument/diagnostic','params':{}",
      "'workspace/executeCommand','params':{}",
      "'workspace/textDocumentContent','params':{}",
      "'textDocument/formatting','params':{'textDocument':{'uri':'file:///a.yaml'}}",
      "'textDocument/dreams'",
    };
    for (int i = 0; i < requests.length; i++) {
      send(process, "{'jsonrpc':'2.0','id':" + (i + 2) + ",'method':" + requests[i] + "}");
    }
    send(process, "{'a':[}");
    send(process, "nonsense");
    send(process, "{'jsonrpc':'2.0','id':90,'method':'textDocument/codeLens','params':[}");
    send(process, "{'jsonrpc':'2.0','method':'exit'}");
    String out =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .replace('"', '\'');
    for (int i = 0; i < requests.length; i++) {
      int code = requests[i].contains("formatting") || requests[i].contains("dreams") ? 1 : 2;
      String answer = "'id':" + (i + 2) + ",'error':{'code':-3260" + code + ",";
      assertTrue(out.contains(answer), () -> answer + " is not in " + out);
    }
    assertEquals(4, out.split("'id':null,'error':\\{'code':-32700,", -1).length, out);
    assertEquals("", Files.readString(folder.resolve("stderr")));
  }

  private static void send(Process process, String message) throws IOException {
    byte[] bytes = message.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    OutputStream out = process.getOutputStream();
    out.write(("Content-Length: " + bytes.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    out.write(bytes);
    out.flush();
  }

  @Test
  void itEndsWhenItsParentDies() throws Exception {
    Process parent = JavaProcess.idle();
    try {
      Process process = start("dev.wmllint.lsp.server.ServerMain");
      TestClient client = new TestClient(process);
      InitializeParams params = new InitializeParams();
      params.setCapabilities(new ClientCapabilities());
      params.setProcessId(Math.toIntExact(parent.pid()));
      client.initialize(params);
      parent.destroyForcibly();
      assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void whatIsNoProtocolAtAllEndsIt() throws Exception {
    Process process = start("dev.wmllint.lsp.server.ServerMain");
    process.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    assertFalse(
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .contains("HTTP"));
  }
}
