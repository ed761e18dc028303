package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.google.gson.JsonParser;
import dev.wmllint.engine.Linter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is answered to bytes that no library for clients sends. */
class WireTest {
  private static final String INITIALIZE =
      "{'jsonrpc':'2.0','id':'first','method':'initialize','params':{'capabilities':{}}}";
  private static final String SHUTDOWN = "{'jsonrpc':'2.0','id':'last','method':'shutdown'}";
  private static final String EXIT = "{'jsonrpc':'2.0','method':'exit'}";

  private static String framed(String header, String message) {
    String json = message.replace('\'', '"');
    return header + ": " + json.length() + "\r\n\r\n" + json;
  }

  /** The answers but for those to the first and the last request. */
  private static List<String> answers(String header, String... messages) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PipedInputStream in = new PipedInputStream(1 << 16);
        OutputStream toServer = new PipedOutputStream(in)) {
      CompletableFuture<Integer> exitCode =
          CompletableFuture.supplyAsync(
              () -> ServerMain.serve(in, out, Linter::new, code -> {}),
              task -> new Thread(task).start());
      send(toServer, framed(header, INITIALIZE));
      await(out, "first");
      for (String message : messages) {
        send(toServer, framed(header, message));
      }
      send(toServer, framed(header, SHUTDOWN));
      await(out, "last");
      send(toServer, framed(header, EXIT));
      assertEquals(0, TestClient.await(exitCode));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.stream(out.toString(StandardCharsets.UTF_8).split("Content-Length: \\d+\r\n\r\n"))
        .filter(answer -> !answer.matches("|.*\"(first|last)\".*"))
        .map(answer -> JsonParser.parseString(answer).getAsJsonObject())
        .map(answer -> answer.get("id") + " " + answer.getAsJsonObject("error").get("code"))
        .toList();
  }

  private static void send(OutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
    to.flush();
  }

  private static void await(ByteArrayOutputStream out, String id) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(60),
        () -> {
          while (!out.toString(StandardCharsets.UTF_8).contains("\"id\":\"" + id + "\"")) {
            Thread.sleep(5);
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{'jsonrpc':'2.0','id':7,'method': | null -32700",
        "{'jsonrpc':'2.0','id':7,'method':'textDocument/hover','params':{}} {} | null -32700",
        "hello | null -32700",
        "`` | null -32700",
        "{} | null -32600",
        "{'jsonrpc':'2.0'} | null -32600",
        "5 | null -32600",
        "null | null -32600",
        "[] | null -32600",
        "[{'jsonrpc':'2.0','id':7,'method':'textDocument/hover','params':{}}] | null -32600",
        "{'jsonrpc':'2.0','id':{},'method':'textDocument/hover','params':{}} | null -32600",
        "{'jsonrpc':'2.0','id':1.5,'method':'textDocument/hover','params':{}} | null -32600",
        "{'jsonrpc':'2.0','id':7,'method':'$/foo','params':{}} | 7 -32601",
        "{'jsonrpc':'2.0','id':7,'method':'foo/bar','params':{}} | 7 -32601",
        "{'jsonrpc':'2.0','id':7,'method':'textDocument/hover','params':[1, 2]} | 7 -32602",
        "{'jsonrpc':'2.0','id':7,'method':'textDocument/hover','params':5} | 7 -32602",
        "{'jsonrpc':'2.0','id':7,'method':'textDocument/hover','params':{'position':3}} | 7 -32602",
        "{'jsonrpc':'2.0','id':7,'method':'initialize','params':3} | 7 -32600",
      })
  void whatCannotBeDoneIsRefused(String message, String answer) {
    assertEquals(List.of(answer), answers("Content-Length", message));
  }

  @Test
  void whatIsNoRequestIsNotAnswered() {
    assertEquals(
        List.of(),
        answers(
            "Content-Length",
            "{'jsonrpc':'2.0','method':'$/foo','params':{}}",
            "{'jsonrpc':'2.0','method':'textDocument/didChange','params':3}"));
  }

  @ParameterizedTest
  @CsvSource({
    "content-length",
    "CONTENT-LENGTH",
    "'Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-length '"
  })
  void namesOfHeadersHaveNoCase(String header) {
    assertEquals(List.of("null -32600"), answers(header, "{}"));
  }
}
