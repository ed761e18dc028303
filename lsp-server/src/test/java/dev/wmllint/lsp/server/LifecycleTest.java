package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DiagnosticsTagSupport;
import org.eclipse.lsp4j.DidChangeConfigurationCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializeResult;
import org.eclipse.lsp4j.PublishDiagnosticsCapabilities;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.TextDocumentClientCapabilities;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final String URI = "file:///nowhere/job.yaml";

  private static int refusal(CompletableFuture<?> request) {
    return assertThrows(ResponseErrorException.class, () -> TestClient.await(request))
        .getResponseError()
        .getCode();
  }

  private static CompletableFuture<?> pull(TestClient client) {
    return client
        .server()
        .getTextDocumentService()
        .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(URI)));
  }

  @Test
  void initializeComesFirstAndOnce() {
    try (TestClient client = new TestClient()) {
      client.open(URI, Manifests.RIGHT);
      assertEquals(ResponseErrorCode.ServerNotInitialized.getValue(), refusal(pull(client)));
      client.initialize();
      InitializeParams again = new InitializeParams();
      again.setCapabilities(new ClientCapabilities());
      assertEquals(
          ResponseErrorCode.InvalidRequest.getValue(), refusal(client.server().initialize(again)));
      TestClient.await(pull(client));
    }
  }

  /** What a protocol to come adds is read as null. */
  @Test
  void whatIsUnknownIsPassedOver() {
    try (TestClient client = new TestClient()) {
      DiagnosticsTagSupport tags =
          new DiagnosticsTagSupport(Arrays.asList(DiagnosticTag.Deprecated, null));
      PublishDiagnosticsCapabilities published = new PublishDiagnosticsCapabilities();
      published.setTagSupport(tags);
      TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
      text.setPublishDiagnostics(published);
      ClientCapabilities capabilities = new ClientCapabilities();
      capabilities.setTextDocument(text);
      InitializeParams params = new InitializeParams();
      params.setCapabilities(capabilities);
      params.setWorkspaceFolders(Collections.singletonList(null));
      client.initialize(params);
      TestClient.await(pull(client));
    }
  }

  @Test
  void nothingIsAnsweredAfterShutdown() {
    TestClient client = new TestClient();
    client.initialize();
    client.open(URI, "model_definition: {}\n");
    // What was found before may be told before the answer.
    client.atShutdown(client::hearAll);
    TestClient.await(client.server().shutdown());
    assertEquals(ResponseErrorCode.InvalidRequest.getValue(), refusal(pull(client)));
    assertEquals(ResponseErrorCode.InvalidRequest.getValue(), refusal(client.server().shutdown()));
    client.open(URI, "model_definition: {}\n");
    client.assertSilentFor(400);
    client.server().exit();
    assertEquals(0, TestClient.await(client.exitCode()));
  }

  @Test
  void exitWithoutShutdownIsAFailure() {
    TestClient client = new TestClient();
    client.initialize();
    client.server().exit();
    assertEquals(1, TestClient.await(client.exitCode()));
  }

  @Test
  void theServerEndsWithItsInput() throws IOException {
    TestClient client = new TestClient();
    client.initialize();
    client.abandon();
    assertEquals(1, TestClient.await(client.exitCode()));
  }

  @Test
  void theServerEndsWithItsParent() throws Exception {
    Process parent = JavaProcess.idle();
    try {
      TestClient client = new TestClient();
      InitializeParams params = new InitializeParams();
      params.setCapabilities(new ClientCapabilities());
      params.setProcessId(Math.toIntExact(parent.pid()));
      client.initialize(params);
      parent.destroyForcibly().waitFor();
      long start = System.nanoTime();
      assertEquals(1, TestClient.await(client.exitCode()));
      // What is promised; the other tests only wait for the end.
      assertTrue(System.nanoTime() - start < 5_000_000_000L);
    } finally {
      parent.destroyForcibly();
    }
  }

  @Test
  void theUnitOfColumnsIsTheClientsFirstWishThatCanBeMet() {
    assertEquals("utf-16", encoding(null));
    assertEquals("utf-16", encoding(List.of()));
    assertEquals("utf-16", encoding(List.of("utf-32")));
    assertEquals("utf-8", encoding(List.of("utf-32", "utf-8", "utf-16")));
    assertEquals("utf-16", encoding(List.of("utf-16", "utf-8")));
  }

  private static String encoding(List<String> wishes) {
    try (TestClient client = new TestClient()) {
      ClientCapabilities capabilities = new ClientCapabilities();
      GeneralClientCapabilities general = new GeneralClientCapabilities();
      general.setPositionEncodings(wishes);
      capabilities.setGeneral(general);
      return client.initialize(capabilities).getCapabilities().getPositionEncoding();
    }
  }

  @Test
  void watchersAreRegisteredWhereTheClientCanWatch() {
    try (TestClient client = new TestClient()) {
      WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
      workspace.setDidChangeWatchedFiles(new DidChangeWatchedFilesCapabilities(true));
      workspace.setDidChangeConfiguration(new DidChangeConfigurationCapabilities(true));
      client.initialize(new ClientCapabilities(workspace, null, null));
      RegistrationParams registered = client.hear(RegistrationParams.class);
      assertEquals(
          List.of("workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"),
          registered.getRegistrations().stream().map(Registration::getMethod).toList());
      assertTrue(registered.toString().contains("**/*.zip"), registered::toString);
    }
  }

  @Test
  void aClientThatAsksIsNotTold() {
    try (TestClient client = new TestClient()) {
      TextDocumentClientCapabilities text = new TextDocumentClientCapabilities();
      text.setDiagnostic(new DiagnosticCapabilities());
      InitializeResult result = client.initialize(new ClientCapabilities(null, text, null));
      assertEquals("wml-lint", result.getCapabilities().getDiagnosticProvider().getIdentifier());
      client.open(URI, "model_definition: {}\n");
      client.assertSilentFor(400);
    }
    try (TestClient client = new TestClient()) {
      InitializeResult result = client.initialize();
      assertEquals(null, result.getCapabilities().getDiagnosticProvider());
      client.open(URI, "model_definition: {}\n");
      assertTrue(client.hear(PublishDiagnosticsParams.class).getDiagnostics().size() > 0);
    }
  }
}
