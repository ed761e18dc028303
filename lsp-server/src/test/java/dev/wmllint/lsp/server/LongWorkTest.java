package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.HookedLinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Work that takes long holds up nobody, and ends when nobody wants it any more. */
class LongWorkTest {
  private static final String URI = "file:///nowhere/job.yaml";

  @TempDir private Path folder;
  private final CountDownLatch release = new CountDownLatch(1);

  /** For texts that two threads must look at at once. */
  private final CyclicBarrier both = new CyclicBarrier(2);

  private final LinkedBlockingQueue<String> begun = new LinkedBlockingQueue<>();
  private final LinkedBlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final TestClient client =
      new TestClient(config -> HookedLinter.of(config, this::begin, text -> done.add(name(text))));

  /** A manifest; checks of one whose name begins with "held" take until they are released. */
  private static String manifest(String name) {
    return Manifests.RIGHT.replaceFirst("mnist", name);
  }

  private static String name(String text) {
    return text.replaceFirst("(?s).*?name: (\\S+).*", "$1");
  }

  private void begin(String text) {
    begun.add(name(text));
    try {
      if (name(text).startsWith("held")) {
        release.await();
      }
      if (name(text).startsWith("both")) {
        both.await(60, TimeUnit.SECONDS);
      }
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void awaitBegun(String name) throws InterruptedException {
    assertEquals(name, begun.poll(60, TimeUnit.SECONDS));
  }

  private void start(ClientCapabilities capabilities) {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "it")));
    client.initialize(params);
  }

  private void file(String name) throws IOException {
    Files.writeString(folder.resolve(name + ".yaml"), manifest(name));
  }

  private CompletableFuture<Object> lintWorkspace(String token) {
    ExecuteCommandParams params = new ExecuteCommandParams("wml.lintWorkspace", List.of());
    if (!token.isEmpty()) {
      params.setWorkDoneToken(Either.forLeft(token));
    }
    return client.server().getWorkspaceService().executeCommand(params);
  }

  private void assertHoverIsAnswered(String uri) {
    HoverParams params = new HoverParams(new TextDocumentIdentifier(uri), new Position(7, 15));
    assertTrue(hover(params).startsWith("Resource"));
  }

  /** Answers that would like to know the findings do without, while they are looked for. */
  @Test
  void answersDoNotWaitForACheck() throws Exception {
    Manifests.zip(folder.resolve("model.zip"), "other.py");
    String uri = folder.resolve("job.yaml").toUri().toString();
    start(Capabilities.rich());
    client.open(uri, manifest("held") + "# wml-lint: ignore[");
    awaitBegun("held");
    TextDocumentIdentifier document = new TextDocumentIdentifier(uri);
    HoverParams missing = new HoverParams(document, new Position(6, 22));
    for (int i = 0; i < 8; i++) {
      assertFalse(hover(missing).contains("Not in"));
      CompletionParams rules = new CompletionParams(document, new Position(24, 19));
      var proposals =
          TestClient.await(client.server().getTextDocumentService().completion(rules)).getRight();
      assertFalse(proposals.getItems().isEmpty());
    }
    release.countDown();
    client.published(uri);
    String words = hover(missing);
    assertTrue(words.endsWith("Not in the model definition model.zip."), words);
  }

  private String hover(HoverParams params) {
    return TestClient.await(client.server().getTextDocumentService().hover(params))
        .getContents()
        .getRight()
        .getValue();
  }

  private static void assertCancelled(CompletableFuture<?> answer) {
    assertEquals(
        ResponseErrorCode.RequestCancelled.getValue(),
        assertThrows(ResponseErrorException.class, () -> TestClient.await(answer))
            .getResponseError()
            .getCode());
  }

  private Object progress() {
    return client.hear(ProgressParams.class).getValue().getLeft();
  }

  private String lastProgress() {
    Object next = progress();
    while (!(next instanceof WorkDoneProgressEnd)) {
      next = progress();
    }
    return ((WorkDoneProgressEnd) next).getMessage();
  }

  /** The findings of files may come behind the answer. */
  private void hearPublished(int times) {
    for (int i = 0; i < times; i++) {
      client.hear(PublishDiagnosticsParams.class);
    }
  }

  @Test
  void noCheckOfTheWorkspaceHoldsUpAHover() throws Exception {
    file("held");
    start(new ClientCapabilities());
    List<CompletableFuture<Object>> checks =
        List.of(lintWorkspace(""), lintWorkspace(""), lintWorkspace(""));
    awaitBegun("held");
    client.open(URI, manifest("other"));
    client.published(URI);
    assertHoverIsAnswered(URI);
    release.countDown();
    checks.forEach(TestClient::await);
    hearPublished(3);
    client.close();
  }

  @Test
  void noCheckOfADocumentHoldsUpAHover() throws Exception {
    start(new ClientCapabilities());
    for (int i = 0; i < 5; i++) {
      client.open("file:///nowhere/held" + i + ".yaml", manifest("held" + i));
    }
    List<CompletableFuture<?>> lenses = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      TextDocumentIdentifier held = new TextDocumentIdentifier("file:///nowhere/held0.yaml");
      lenses.add(client.server().getTextDocumentService().codeLens(new CodeLensParams(held)));
    }
    client.open(URI, manifest("other"));
    assertHoverIsAnswered(URI);
    release.countDown();
    lenses.forEach(TestClient::await);
    hearPublished(6);
    client.close();
  }

  @Test
  void aCheckOfTheWorkspaceIsCancelledByItsRequest() throws Exception {
    file("held");
    file("later");
    start(new ClientCapabilities());
    CompletableFuture<Object> check = lintWorkspace("");
    awaitBegun("held");
    // initialize was the first request
    client.launcher().getRemoteEndpoint().notify("$/cancelRequest", Map.of("id", "2"));
    assertCancelled(check);
    release.countDown();
    TestClient.await(lintWorkspace(""));
    assertEquals(List.of("held", "later"), List.copyOf(begun), "behind the first");
    assertEquals(List.of("held", "later"), List.copyOf(done));
    hearPublished(2);
    client.close();
  }

  @Test
  void aCheckOfTheWorkspaceIsCancelledByItsProgress() throws Exception {
    file("held");
    file("later");
    start(new ClientCapabilities());
    CompletableFuture<Object> check = lintWorkspace("mine");
    assertTrue(progress() instanceof WorkDoneProgressBegin);
    awaitBegun("held");
    client.server().cancelProgress(new WorkDoneProgressCancelParams(Either.forLeft("mine")));
    assertCancelled(check);
    release.countDown();
    assertEquals("not finished", lastProgress());
    assertEquals(List.of(), List.copyOf(begun));
    assertEquals(List.of(), List.copyOf(done));
    client.close();
  }

  @Test
  void anEditStopsTheCheckOfTheVersionBefore() throws Exception {
    start(Capabilities.plain());
    client.open(URI, manifest("held"));
    awaitBegun("held");
    client.change(URI, 2, new TextDocumentContentChangeEvent(manifest("later")));
    assertEquals(2, client.hear(PublishDiagnosticsParams.class).getVersion());
    release.countDown();
    for (String name : List.of("both1", "both2")) {
      client.open("file:///nowhere/" + name + ".yaml", manifest(name));
    }
    hearPublished(2);
    assertFalse(done.contains("held"), done::toString);
    client.close();
  }

  @Test
  void aCheckThatIsOutOfDateBeforeItsTurnIsNotMade() throws Exception {
    start(new ClientCapabilities());
    for (String name : List.of("held1", "held2")) {
      client.open("file:///nowhere/" + name + ".yaml", manifest(name));
      awaitBegun(name);
    }
    client.open(URI, manifest("old"));
    client.change(URI, 2, new TextDocumentContentChangeEvent(manifest("new")));
    // What is answered lies behind the change.
    assertHoverIsAnswered(URI);
    release.countDown();
    client.hear(PublishDiagnosticsParams.class, found -> URI.equals(found.getUri()));
    assertEquals(List.of("new"), List.copyOf(begun));
    hearPublished(2);
    client.close();
  }

  @Test
  void aCheckThatIsAskedForIsCancelled() throws Exception {
    ClientCapabilities capabilities = Capabilities.rich();
    capabilities.getTextDocument().setDiagnostic(new DiagnosticCapabilities());
    start(capabilities);
    client.open(URI, manifest("held"));
    CompletableFuture<?> check =
        client
            .server()
            .getTextDocumentService()
            .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(URI)));
    awaitBegun("held");
    client.launcher().getRemoteEndpoint().notify("$/cancelRequest", Map.of("id", "2"));
    assertCancelled(check);
    release.countDown();
    CompletableFuture<?> again =
        client
            .server()
            .getTextDocumentService()
            .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(URI)));
    TestClient.await(again);
    assertEquals(List.of("held"), List.copyOf(done));
    assertEquals(List.of("held"), List.copyOf(begun), "behind the first");
    client.close();
  }

  @Test
  void progressBeginsWhenTheClientHasAgreed() throws Exception {
    file("held");
    start(Capabilities.rich());
    CompletableFuture<Void> agreement = new CompletableFuture<>();
    client.agree(agreement);
    CompletableFuture<Object> check = lintWorkspace("");
    client.hear(WorkDoneProgressCreateParams.class);
    awaitBegun("held");
    client.assertSilent();
    agreement.complete(null);
    assertTrue(progress() instanceof WorkDoneProgressBegin);
    release.countDown();
    TestClient.await(check);
    assertTrue(progress() instanceof WorkDoneProgressEnd);
    hearPublished(1);
    client.close();
  }

  @Test
  void aClientThatAgreesTooLateIsToldThatItIsOver() throws Exception {
    start(Capabilities.rich());
    CompletableFuture<Void> agreement = new CompletableFuture<>();
    client.agree(agreement);
    TestClient.await(lintWorkspace(""));
    client.hear(WorkDoneProgressCreateParams.class);
    client.assertSilent();
    agreement.complete(null);
    assertTrue(progress() instanceof WorkDoneProgressBegin);
    assertEquals("0 manifests, 0 errors", ((WorkDoneProgressEnd) progress()).getMessage());
    client.close();
  }

  @Test
  void aClientThatRefusesHearsOfNoProgress() throws Exception {
    file("clean");
    start(Capabilities.rich());
    client.agree(CompletableFuture.failedFuture(new IllegalStateException("no")));
    TestClient.await(lintWorkspace(""));
    client.hear(WorkDoneProgressCreateParams.class);
    client.published(folder.resolve("clean.yaml").toUri().toString());
    client.assertSilent();
    client.close();
  }
}
