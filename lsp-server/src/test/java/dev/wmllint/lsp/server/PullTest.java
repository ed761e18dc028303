package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticCapabilities;
import org.eclipse.lsp4j.DiagnosticTag;
import org.eclipse.lsp4j.DiagnosticWorkspaceCapabilities;
import org.eclipse.lsp4j.DocumentDiagnosticParams;
import org.eclipse.lsp4j.DocumentDiagnosticReport;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PullTest {
  private static final String URI = "file:///nowhere/job.yaml";

  private static ClientCapabilities pulling() {
    ClientCapabilities capabilities = Capabilities.rich();
    capabilities.getTextDocument().setDiagnostic(new DiagnosticCapabilities());
    capabilities.getWorkspace().setDiagnostics(new DiagnosticWorkspaceCapabilities(true));
    return capabilities;
  }

  private static DocumentDiagnosticReport pull(TestClient client, String uri, String previous) {
    DocumentDiagnosticParams params = new DocumentDiagnosticParams(new TextDocumentIdentifier(uri));
    params.setPreviousResultId(previous);
    return TestClient.await(client.server().getTextDocumentService().diagnostic(params));
  }

  @Test
  void theAnswerIsThatOfTheLastChange() {
    try (TestClient client = new TestClient()) {
      client.initialize(pulling());
      client.open(URI, Manifests.RIGHT);
      for (int i = 2; i < 40; i++) {
        String text = Manifests.RIGHT.replace("small", "tiny" + i);
        client.change(URI, i, new TextDocumentContentChangeEvent(text));
        List<Diagnostic> found =
            pull(client, URI, null).getRelatedFullDocumentDiagnosticReport().getItems();
        assertTrue(found.toString().contains("tiny" + i), found::toString);
      }
    }
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    try (TestClient client = new TestClient()) {
      client.initialize(pulling());
      client.open(URI, Manifests.RIGHT);
      String id = pull(client, URI, null).getRelatedFullDocumentDiagnosticReport().getResultId();
      DocumentDiagnosticReport again = pull(client, URI, id);
      assertTrue(again.isRelatedUnchangedDocumentDiagnosticReport());
      assertEquals(id, again.getRelatedUnchangedDocumentDiagnosticReport().getResultId());
      client.change(URI, 2, new TextDocumentContentChangeEvent("model_definition: 1\n"));
      assertFalse(pull(client, URI, id).isRelatedUnchangedDocumentDiagnosticReport());
    }
  }

  /** A rule that is switched off must not flash up first. */
  @Test
  void theAnswerWaitsForTheSettings() {
    ClientCapabilities capabilities = pulling();
    capabilities.getWorkspace().setConfiguration(true);
    CompletableFuture<List<Object>> settings = new CompletableFuture<>();
    try (TestClient client = new TestClient()) {
      long start = System.nanoTime();
      client.settings(settings);
      client.initialize(capabilities);
      client.hear(ConfigurationParams.class);
      client.open(URI, Manifests.RIGHT.replace("small", "tiny"));
      CompletableFuture<DocumentDiagnosticReport> answer =
          client
              .server()
              .getTextDocumentService()
              .diagnostic(new DocumentDiagnosticParams(new TextDocumentIdentifier(URI)));
      // Behind this answer the question is known, too.
      TestClient.await(
          client
              .server()
              .getTextDocumentService()
              .foldingRange(new FoldingRangeRequestParams(new TextDocumentIdentifier(URI))));
      boolean early = answer.isDone();
      assumeTrue(System.nanoTime() - start < 1_500_000_000L, "too slow a machine to tell");
      assertFalse(early);
      settings.complete(List.of(Map.of("rules", Map.of("unsupported-resource", "off"))));
      assertFalse(TestClient.await(answer).toString().contains("unsupported-resource"));
      assertEquals("refreshDiagnostics", client.hear(String.class));
    }
  }

  @Test
  void aDocumentThatIsNotOpenHasNoFindings() {
    try (TestClient client = new TestClient()) {
      client.initialize(pulling());
      assertEquals(
          List.of(), pull(client, URI, null).getRelatedFullDocumentDiagnosticReport().getItems());
    }
  }

  @Test
  void theClientIsToldToAskAgainWhenAZipChanges(@TempDir Path folder) {
    Path zip = Manifests.zip(folder.resolve("tf-model.zip"), "other.py");
    String uri = folder.resolve("job.yaml").toUri().toString();
    try (TestClient client = new TestClient()) {
      client.initialize(pulling());
      client.open(uri, Manifests.RIGHT);
      assertTrue(pull(client, uri, null).toString().contains("command-file-missing"));
      Manifests.zip(zip, "train.py");
      client
          .server()
          .getWorkspaceService()
          .didChangeWatchedFiles(Requests.changed(zip.toUri().toString()));
      assertEquals("refreshDiagnostics", client.hear(String.class));
      assertFalse(pull(client, uri, null).toString().contains("command-file-missing"));
    }
  }

  @Test
  void theAnswerDoesNotWaitForEver() {
    ClientCapabilities capabilities = pulling();
    capabilities.getWorkspace().setConfiguration(true);
    try (TestClient client = new TestClient()) {
      client.settings(new CompletableFuture<List<Object>>());
      client.initialize(capabilities);
      client.hear(ConfigurationParams.class);
      client.open(URI, Manifests.RIGHT.replace("small", "tiny"));
      assertTrue(pull(client, URI, null).toString().contains("unsupported-resource"));
      client.hear(String.class, "refreshDiagnostics"::equals);
    }
  }

  @Test
  void tagsPlacesAndPagesAreGivenWhereTheyCanBeShown() {
    String text =
        Manifests.RIGHT.replace("training_data_reference", "training_data")
            + "model_definition: {}\n";
    try (TestClient client = new TestClient()) {
      client.initialize(pulling());
      client.open(URI, text);
      List<Diagnostic> found =
          pull(client, URI, null).getRelatedFullDocumentDiagnosticReport().getItems();
      Diagnostic legacy = find(found, "legacy-key");
      assertEquals(List.of(DiagnosticTag.Deprecated), legacy.getTags());
      assertEquals("wml-lint:/rules/legacy-key.md", legacy.getCodeDescription().getHref());
      Diagnostic duplicate = find(found, "duplicate-key");
      assertEquals(URI, duplicate.getRelatedInformation().get(0).getLocation().getUri());
    }
    try (TestClient client = new TestClient()) {
      client.initialize(new ClientCapabilities());
      client.open(URI, text);
      List<Diagnostic> found = client.hear(PublishDiagnosticsParams.class).getDiagnostics();
      assertEquals(null, find(found, "legacy-key").getTags());
      assertEquals(null, find(found, "legacy-key").getCodeDescription());
      assertEquals(null, find(found, "duplicate-key").getRelatedInformation());
    }
  }

  private static Diagnostic find(List<Diagnostic> found, String rule) {
    return found.stream()
        .filter(one -> one.getCode().getLeft().equals(rule))
        .findFirst()
        .orElseThrow(() -> new AssertionError(found));
  }
}
