package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsTest {
  private static final String URI = "file:///nowhere/job.yaml";
  private static final String BAD_SIZE = Manifests.RIGHT.replace("small", "tiny");

  private static List<String> rules(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic -> diagnostic.getCode().getLeft())
        .filter(rule -> !rule.equals("placeholder-value"))
        .toList();
  }

  @Test
  void anOpenedManifestGetsItsFindings() {
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open(URI, BAD_SIZE);
      PublishDiagnosticsParams published = client.hear(PublishDiagnosticsParams.class);
      assertEquals(1, published.getVersion());
      Diagnostic first = published.getDiagnostics().get(0);
      assertEquals("unsupported-resource", first.getCode().getLeft());
      assertEquals(DiagnosticSeverity.Error, first.getSeverity());
      assertEquals("wml-lint", first.getSource());
      assertEquals(new Range(new Position(7, 14), new Position(7, 18)), first.getRange());
      client.closeDocument(URI);
      assertEquals(List.of(), client.published(URI));
    }
  }

  @Test
  void aChangeIsCheckedOnceTypingPauses() {
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open(URI, BAD_SIZE);
      assertEquals(List.of("unsupported-resource"), rules(client.published(URI)));
      Range value = new Range(new Position(7, 14), new Position(7, 18));
      client.change(URI, 2, new TextDocumentContentChangeEvent(value, ""));
      long lastLetter = 0;
      for (int i = 0; i < 6; i++) {
        Position at = new Position(7, 14 + i);
        String letter = "medium".substring(i, i + 1);
        lastLetter = System.nanoTime();
        client.change(URI, 3 + i, new TextDocumentContentChangeEvent(new Range(at, at), letter));
      }
      // A machine with much to do may pause between two letters.
      PublishDiagnosticsParams last = client.hear(PublishDiagnosticsParams.class);
      while (last.getVersion() < 8) {
        last = client.hear(PublishDiagnosticsParams.class);
      }
      assertTrue(System.nanoTime() - lastLetter >= 150_000_000, "too early");
      assertEquals(List.of(), rules(last.getDiagnostics()));
    }
  }

  @Test
  void aZipThatIsReplacedIsReadAgain(@TempDir Path folder) {
    Path zip = Manifests.zip(folder.resolve("tf-model.zip"), "other.py");
    String uri = folder.resolve("job.yaml").toUri().toString();
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open(uri, Manifests.RIGHT);
      assertEquals(List.of("command-file-missing"), rules(client.published(uri)));
      Manifests.zip(zip, "other.py", "train.py");
      client
          .server()
          .getWorkspaceService()
          .didChangeWatchedFiles(Requests.changed(zip.toUri().toString()));
      assertEquals(List.of(), rules(client.published(uri)));
    }
  }

  @Test
  void otherYamlHearsNothing() {
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open("file:///nowhere/compose.yaml", "services:\n  web: [\n");
      client.open("file:///nowhere/pnpm-lock.yaml", "settings:\n  a: b\nframework: c\n");
      client.assertSilentFor(400);
    }
  }

  @Test
  void aSisterDocumentIsToldWhatItIs() {
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open(URI, "name: x\ngpus: 1\ncpus: 2\ndata_stores: []\nframework: {}\n");
      List<Diagnostic> told = client.published(URI);
      assertEquals(List.of("not-a-training-manifest"), rules(told));
      assertEquals(DiagnosticSeverity.Information, told.get(0).getSeverity());
    }
  }

  /** In the place of "bucket" a mask would tell the secret. */
  @Test
  void aWordOfOursIsPublishedAlsoWhereASecretIsSpeltAlike() {
    String text =
        Manifests.RIGHT
            .replace("<secret-access-key>", "bucket")
            .replaceFirst("bucket: .*", "description: x");
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open(URI, text);
      String found = client.published(URI).toString();
      assertTrue(found.contains("missing key 'bucket'"), found);
      assertFalse(found.contains("***"), found);
    }
  }

  @Test
  void noSecretIsPublished() {
    String secret = "q7Hx02LmZ";
    String text =
        Manifests.RIGHT
            .replace("<secret-access-key>", secret)
            .replace("type: s3", "type: " + secret)
            .replace("resource: small", "resource: " + secret);
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open(URI, text);
      List<Diagnostic> found = client.published(URI);
      assertTrue(rules(found).contains("unsupported-resource"));
      assertFalse(found.toString().contains(secret), found::toString);
    }
  }
}
