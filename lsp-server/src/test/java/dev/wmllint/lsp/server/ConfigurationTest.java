package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticRelatedInformation;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project's {@code .wml-lint.yaml}, in the editor. */
class ConfigurationTest {
  private static final String BAD_SIZE = Manifests.RIGHT.replace("small", "tiny");

  @TempDir private Path folder;
  private final TestClient client = new TestClient();

  private String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  private void configure(String... lines) throws IOException {
    Files.writeString(folder.resolve(".wml-lint.yaml"), String.join("\n", lines) + "\n");
  }

  private void tellOfChange() {
    client
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(Requests.changed(uri(".wml-lint.yaml")));
  }

  private static List<String> rules(List<Diagnostic> found) {
    return found.stream()
        .map(one -> one.getCode().getLeft())
        .filter(rule -> !rule.equals("placeholder-value"))
        .toList();
  }

  @Test
  void itCountsAndIsReadAgainWhenItChanges() throws IOException {
    configure("rules:", "  unsupported-resource: off");
    try (client) {
      client.initialize();
      client.open(uri("job.yaml"), BAD_SIZE);
      assertEquals(List.of(), rules(client.published(uri("job.yaml"))));
      configure("rules:", "  placeholder-value: off");
      tellOfChange();
      assertEquals(List.of("unsupported-resource"), rules(client.published(uri("job.yaml"))));
    }
  }

  @Test
  void aManifestThatItNamesIsOneWhenItIsStillEmpty() throws IOException {
    Manifests.zip(folder.resolve("m.zip"), "other.py");
    configure("models:", "  \"jobs/*.yaml\": m.zip");
    try (client) {
      client.initialize();
      client.open(uri("jobs/new.yaml"), "");
      assertEquals(List.of("empty-manifest"), rules(client.published(uri("jobs/new.yaml"))));
      client.change(uri("jobs/new.yaml"), 2, new TextDocumentContentChangeEvent(Manifests.RIGHT));
      assertEquals(List.of("command-file-missing"), rules(client.published(uri("jobs/new.yaml"))));
      client.open(uri("other/new.yaml"), "");
      client.assertSilent();
    }
  }

  @Test
  void whatItExcludesIsLeftAlone() throws IOException {
    configure("exclude: [\"old/*.yaml\"]");
    try (client) {
      client.initialize();
      client.open(uri("old/job.yaml"), BAD_SIZE);
      client.assertSilent();
    }
  }

  @Test
  void itsMistakesAreToldOnceAndShownWhereTheyStand() throws IOException {
    configure("rulez:", "  unsupported-resource: off");
    try (client) {
      client.initialize();
      client.open(uri("job.yaml"), BAD_SIZE);
      assertEquals(List.of("configuration"), rules(client.published(uri("job.yaml"))));
      String told = client.hear(MessageParams.class).getMessage();
      assertTrue(told.contains(".wml-lint.yaml:1:1: error: "), told);
      client.open(uri(".wml-lint.yaml"), "rulez:\n  unsupported-resource: off\n");
      Diagnostic mistake = client.published(uri(".wml-lint.yaml")).get(0);
      assertEquals(new Range(new Position(0, 0), new Position(0, 5)), mistake.getRange());
      client.change(
          uri(".wml-lint.yaml"),
          2,
          new TextDocumentContentChangeEvent(
              new Range(new Position(0, 4), new Position(0, 5)), "s"));
      assertEquals(List.of(), client.published(uri(".wml-lint.yaml")));
    }
  }

  /** As on the command line: a check by other rules than the user's own helps nobody. */
  @Test
  void aManifestIsNotCheckedWhileItIsNotRight() throws IOException {
    configure("rules:", "  placeholder-value: off", "  unsupported-resourze: off", "limits: 1");
    try (client) {
      client.initialize(Capabilities.rich());
      client.open(uri("job.yaml"), BAD_SIZE);
      List<Diagnostic> found = client.hear(PublishDiagnosticsParams.class).getDiagnostics();
      assertEquals(1, found.size(), found::toString);
      Diagnostic refusal = found.get(0);
      String message = refusal.getMessage().getLeft();
      assertTrue(
          message.startsWith("not checked: .wml-lint.yaml has a mistake at line 3: unknown rule"),
          message);
      assertTrue(message.endsWith(" (and 1 more)"), message);
      assertEquals(new Range(new Position(0, 0), new Position(0, 17)), refusal.getRange());
      List<Location> mistakes =
          refusal.getRelatedInformation().stream()
              .map(DiagnosticRelatedInformation::getLocation)
              .toList();
      assertEquals(
          List.of(uri(".wml-lint.yaml"), uri(".wml-lint.yaml")),
          mistakes.stream().map(Location::getUri).toList());
      assertEquals(
          List.of(2, 3), mistakes.stream().map(at -> at.getRange().getStart().getLine()).toList());
      CodeActionParams everything =
          new CodeActionParams(
              new TextDocumentIdentifier(uri("job.yaml")),
              refusal.getRange(),
              new CodeActionContext(found));
      assertEquals(
          List.of(),
          TestClient.await(client.server().getTextDocumentService().codeAction(everything)));
      client.hear(MessageParams.class);
      client.hear(MessageParams.class);
      configure("rules:", "  placeholder-value: off");
      tellOfChange();
      assertEquals(List.of("unsupported-resource"), rules(client.published(uri("job.yaml"))));
    }
  }
}
