package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.BrokenLinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client does, the server goes on. */
class RobustnessTest {
  private static final String URI = "file:///nowhere/job.yaml";

  @Test
  void aRuleThatThrowsCostsItsOwnFindingsOnly() {
    try (TestClient client = new TestClient(BrokenLinter::of)) {
      client.initialize();
      client.open(URI, Manifests.RIGHT.replace("small", "tiny"));
      assertEquals("unsupported-resource", client.published(URI).get(0).getCode().getLeft());
      assertEquals(
          "internal: rule ThrowingRule failed on job.yaml: java.lang.IllegalStateException",
          client.hear(MessageParams.class).getMessage());
      client.change(URI, 2, new TextDocumentContentChangeEvent(Manifests.RIGHT));
      client.published(URI);
      client.assertSilent();
    }
  }

  /** A mistake of ours must not look like one of the client. */
  @Test
  void whatFailsInsideIsSaidToBeOurs() {
    try (TestClient client =
        new TestClient(
            config -> {
              throw new NullPointerException("a secret from the document");
            })) {
      client.initialize();
      client.open(URI, Manifests.RIGHT);
      HoverParams params = new HoverParams(new TextDocumentIdentifier(URI), new Position(7, 15));
      ResponseErrorException refusal =
          assertThrows(
              ResponseErrorException.class,
              () -> TestClient.await(client.server().getTextDocumentService().hover(params)));
      assertEquals(
          ResponseErrorCode.InternalError.getValue(), refusal.getResponseError().getCode());
      for (String of : List.of("the opening", "the hover")) {
        assertEquals(
            "internal: java.lang.NullPointerException",
            client.hear(MessageParams.class).getMessage(),
            of);
      }
    }
  }

  @Test
  void aMessageThatLacksItsPartsIsTold() {
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.launcher().getRemoteEndpoint().notify("textDocument/didOpen", Map.of());
      assertEquals(
          "the parameters of the message are incomplete",
          client.hear(MessageParams.class).getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "untitled:Untitled-1",
        "vscode-remote://ssh-remote%2Bhost/home/me/job.yaml",
        "file:///c%3A/Users/me/my%20job.yaml",
        "file:///C:/Users/me/job.yaml",
        "file://server/share/job.yaml",
        "file://localhost/nowhere/job.yaml",
        "file:///nowhere/%F0%9F%98%80/%00.yaml",
        "file:///nowhere/a b[1].yaml",
        "not a uri at all.yaml",
        "",
      })
  void anyAddressIsTakenAndHandedBack(String uri) {
    try (TestClient client = new TestClient()) {
      client.initialize(Capabilities.rich());
      client.open(uri, Manifests.RIGHT.replace("small", "tiny"));
      assertEquals("unsupported-resource", client.published(uri).get(0).getCode().getLeft());
      askEverything(client, uri, new Position(7, 15));
    }
  }

  private static List<Object> askEverything(TestClient client, String uri, Position at) {
    TextDocumentService ask = client.server().getTextDocumentService();
    TextDocumentIdentifier id = new TextDocumentIdentifier(uri);
    Range range = new Range(at, at);
    List<CompletableFuture<?>> answers =
        List.of(
            ask.hover(new HoverParams(id, at)),
            ask.completion(new CompletionParams(id, at)),
            ask.codeAction(new CodeActionParams(id, range, new CodeActionContext(List.of()))),
            ask.documentSymbol(new DocumentSymbolParams(id)),
            ask.foldingRange(new FoldingRangeRequestParams(id)),
            ask.selectionRange(new SelectionRangeParams(id, List.of(at, at))),
            ask.documentLink(new DocumentLinkParams(id)),
            ask.definition(new DefinitionParams(id, at)),
            ask.inlayHint(new InlayHintParams(id, range)),
            ask.codeLens(new CodeLensParams(id)));
    List<Object> results = new ArrayList<>();
    answers.forEach(answer -> results.add(TestClient.await(answer)));
    return results;
  }

  @Test
  void aDocumentThatWasNeverOpenedGetsEmptyAnswers() {
    try (TestClient client = new TestClient()) {
      client.initialize(Capabilities.rich());
      for (Object answer : askEverything(client, URI, new Position(0, 0))) {
        boolean empty =
            answer == null || answer.toString().matches("(?s)\\[]|Either.*\\[?\\(?\\s*\\)?.*");
        assertTrue(empty, () -> "" + answer);
      }
      client.change(URI, 2, new TextDocumentContentChangeEvent("x"));
      client.closeDocument(URI);
      client.assertSilent();
    }
  }

  @Test
  void placesOutsideOfTheTextAreItsEnds() {
    try (TestClient client = new TestClient()) {
      client.initialize(Capabilities.rich());
      client.open(URI, Manifests.RIGHT);
      client.published(URI);
      for (int line : new int[] {-5, 0, 3, 1_000, Integer.MAX_VALUE}) {
        for (int column : new int[] {-5, 0, 7, 1_000, Integer.MAX_VALUE}) {
          askEverything(client, URI, new Position(line, column));
        }
      }
      Range turned = new Range(new Position(7, 18), new Position(7, 14));
      client.change(URI, 2, new TextDocumentContentChangeEvent(turned, "tiny"));
      assertEquals("unsupported-resource", client.published(URI).get(0).getCode().getLeft());
      Range beyond = new Range(new Position(500, 0), new Position(900, 3));
      client.change(URI, -7, new TextDocumentContentChangeEvent(beyond, "what: now\n"));
      PublishDiagnosticsParams last = client.hear(PublishDiagnosticsParams.class);
      assertTrue(
          last.getDiagnostics().stream()
              .anyMatch(one -> one.getCode().getLeft().equals("unknown-key")),
          last::toString);
    }
  }

  @Test
  void messagesThatMakeNoSenseAreRefused() throws IOException {
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open(URI, Manifests.RIGHT);
      client.published(URI);
      var remote = client.launcher().getRemoteEndpoint();
      for (Object params :
          new Object[] {
            Map.of(),
            Map.of("textDocument", Map.of(), "position", Map.of("line", "x", "character", 1)),
            Map.of("textDocument", Map.of("uri", URI)),
            List.of(1, 2),
          }) {
        assertThrows(
            ResponseErrorException.class,
            () -> TestClient.await(remote.request("textDocument/hover", params)));
      }
      assertThrows(
          ResponseErrorException.class,
          () -> TestClient.await(remote.request("textDocument/dreams", Map.of())));
      assertThrows(
          ResponseErrorException.class,
          () ->
              TestClient.await(
                  remote.request("workspace/executeCommand", Map.of("command", "rm"))));
      remote.notify("textDocument/didOpen", Map.of());
      remote.notify("textDocument/didChange", Map.of("textDocument", Map.of("uri", URI)));
      remote.notify("textDocument/didChange", List.of());
      remote.notify("workspace/didChangeWatchedFiles", Map.of());
      remote.notify("$/unheardOf", Map.of("a", 1));
      OutputStream wire = client.wire();
      synchronized (wire) {
        wire.write("Content-Length: 7\r\n\r\n{\"a\":[}".getBytes(StandardCharsets.UTF_8));
        wire.flush();
      }
      Hover hover =
          TestClient.await(
              client
                  .server()
                  .getTextDocumentService()
                  .hover(new HoverParams(new TextDocumentIdentifier(URI), new Position(7, 15))));
      assertTrue(hover.getContents().getRight().getValue().startsWith("Resource"));
      client.change(URI, 2, new TextDocumentContentChangeEvent("model_definition: 1\n"));
      client.hear(PublishDiagnosticsParams.class, published -> published.getVersion() == 2);
      while (client.heardSomething()) {
        client.hear(Object.class);
      }
    }
  }

  @Test
  void aMessageThatIsNestedWithoutEndIsRefused() throws IOException {
    try (TestClient client = new TestClient()) {
      client.initialize();
      OutputStream wire = client.wire();
      String deep = "[".repeat(200_000) + "]".repeat(200_000);
      String message =
          "{\"jsonrpc\":\"2.0\",\"method\":\"workspace/didChangeConfiguration\","
              + "\"params\":{\"settings\":"
              + deep
              + "}}";
      wire.write(
          ("Content-Length: " + message.length() + "\r\n\r\n" + message)
              .getBytes(StandardCharsets.UTF_8));
      wire.flush();
      client.open(URI, Manifests.RIGHT);
      client.published(URI);
    }
  }

  @Test
  void aStormOfCancellationsIsWeathered() {
    try (TestClient client = new TestClient()) {
      client.initialize(Capabilities.rich());
      client.open(URI, Manifests.RIGHT);
      client.published(URI);
      TextDocumentService ask = client.server().getTextDocumentService();
      HoverParams params = new HoverParams(new TextDocumentIdentifier(URI), new Position(7, 15));
      List<CompletableFuture<Hover>> kept = new ArrayList<>();
      for (int i = 0; i < 2_000; i++) {
        CompletableFuture<Hover> hover = ask.hover(params);
        if (i % 50 == 0) {
          kept.add(hover);
        } else {
          hover.cancel(true);
        }
      }
      for (CompletableFuture<Hover> hover : kept) {
        assertFalse(TestClient.await(hover).getContents().getRight().getValue().isEmpty());
      }
    }
  }

  @Test
  void fiftyDocumentsAreOpenedAtOnce() {
    try (TestClient client = new TestClient()) {
      client.initialize();
      Set<String> expected = new HashSet<>();
      for (int i = 0; i < 50; i++) {
        String uri = "file:///nowhere/job" + i + ".yaml";
        expected.add(uri);
        client.open(uri, Manifests.RIGHT.replace("small", "tiny" + i));
      }
      Set<String> heard = new HashSet<>();
      for (int i = 0; i < 50; i++) {
        PublishDiagnosticsParams published = client.hear(PublishDiagnosticsParams.class);
        String number = published.getUri().replaceAll("\\D", "");
        assertTrue(published.toString().contains("tiny" + number), published::toString);
        heard.add(published.getUri());
      }
      assertEquals(expected, heard);
    }
  }

  @Test
  void aZipThatIsHalfWrittenIsAFindingAndNoMore(@TempDir Path folder) throws IOException {
    Path zip = Manifests.zip(folder.resolve("m.zip"), "train.py");
    String uri = folder.resolve("job.yaml").toUri().toString();
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open(uri, "# wml-lint: model=m.zip\n" + Manifests.RIGHT);
      assertEquals(4, client.published(uri).size());
      byte[] whole = Files.readAllBytes(zip);
      Files.write(zip, java.util.Arrays.copyOf(whole, whole.length / 2));
      client
          .server()
          .getWorkspaceService()
          .didChangeWatchedFiles(Requests.changed(zip.toUri().toString()));
      var corrupt = client.published(uri).get(4);
      assertEquals("model-corrupt", corrupt.getCode().getLeft());
      assertEquals(new Range(new Position(0, 0), new Position(0, 23)), corrupt.getRange());
      assertTrue(corrupt.getMessage().getLeft().startsWith("m.zip: "), corrupt::toString);
      Files.delete(zip);
      client
          .server()
          .getWorkspaceService()
          .didChangeWatchedFiles(Requests.changed(zip.toUri().toString()));
      assertEquals("model-not-found", client.published(uri).get(4).getCode().getLeft());
      Files.write(zip, whole);
      client
          .server()
          .getWorkspaceService()
          .didChangeWatchedFiles(Requests.changed(zip.toUri().toString()));
      assertEquals(4, client.published(uri).size());
    }
  }
}
