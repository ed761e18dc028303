package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.lsp.document.DocumentUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CreateFile;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.TextDocumentEdit;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which model definition belongs to a manifest, kept in {@code .wml-lint.yaml}. */
class ConfigurationChoiceTest {
  private static final String JSON = "{\"model_definition\": {\"name\": \"x\"}}\n";

  @TempDir private Path folder;
  private final ClientCapabilities capabilities = Capabilities.rich();

  @BeforeEach
  void aZipIsThere() throws IOException {
    Files.createDirectory(folder.resolve("jobs"));
    Manifests.zip(folder.resolve("jobs/m.zip"), "train.py");
  }

  private String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  private TestClient started() {
    TestClient client = new TestClient();
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "all")));
    client.initialize(params);
    return client;
  }

  private void open(TestClient client, String file, String text) {
    String language = file.endsWith(".json") ? "json" : "yaml";
    client.open(uri(file), language, text);
    client.hear(PublishDiagnosticsParams.class);
  }

  private static String choose(TestClient client, Object... arguments) {
    return String.valueOf(
        TestClient.await(
            client
                .server()
                .getWorkspaceService()
                .executeCommand(new ExecuteCommandParams("wml.chooseModel", List.of(arguments)))));
  }

  /** What the client is asked to do, step by step: files made, and the new text of each. */
  private List<String> edited(TestClient client, String before) {
    List<String> steps = new ArrayList<>();
    for (var change : client.hear(ApplyWorkspaceEditParams.class).getEdit().getDocumentChanges()) {
      if (change.isRight()) {
        CreateFile create = (CreateFile) change.getRight();
        assertTrue(create.getOptions().getIgnoreIfExists());
        steps.add("create " + name(create.getUri()));
      } else {
        TextDocumentEdit edit = change.getLeft();
        List<TextEdit> edits = edit.getEdits().stream().map(one -> one.getLeft()).toList();
        steps.add(name(edit.getTextDocument().getUri()));
        steps.add(Editor.apply(before, edits));
      }
    }
    return steps;
  }

  private String name(String uri) {
    return folder.relativize(DocumentUri.path(uri).orElseThrow()).toString();
  }

  @Test
  void jsonHasNoOtherPlace() {
    try (TestClient client = started()) {
      client.choose(question -> question.getActions().get(0));
      open(client, "jobs/job.json", JSON);
      assertEquals("true", choose(client, uri("jobs/job.json")));
      assertEquals(1, client.hear(ShowMessageRequestParams.class).getActions().size());
      assertEquals(
          List.of(
              "create .wml-lint.yaml", ".wml-lint.yaml", "models:\n  jobs/job.json: jobs/m.zip\n"),
          edited(client, ""));
    }
  }

  @Test
  void whatIsWrittenCounts() throws IOException {
    try (TestClient client = started()) {
      open(client, "jobs/job.yaml", Manifests.RIGHT);
      Manifests.zip(folder.resolve("other.zip"), "other.py");
      choose(client, uri("jobs/job.yaml"), "../other.zip", "configuration");
      Files.writeString(folder.resolve(".wml-lint.yaml"), edited(client, "").get(2));
      client
          .server()
          .getWorkspaceService()
          .didChangeWatchedFiles(Requests.changed(uri(".wml-lint.yaml")));
      String found = client.published(uri("jobs/job.yaml")).toString();
      assertTrue(found.contains("command-file-missing"), found);
    }
  }

  @Test
  void aYamlManifestLeavesTheChoiceOfThePlace() throws IOException {
    String before = "# ours\nmodels:\n  \"*.yml\": x.zip # it\n\nrules: {shared-bucket: off}\n";
    Files.writeString(folder.resolve(".wml-lint.yaml"), before);
    try (TestClient client = started()) {
      client.choose(question -> question.getActions().get(question.getActions().size() - 1));
      open(client, "jobs/job.yaml", Manifests.RIGHT);
      assertEquals("true", choose(client, uri("jobs/job.yaml")));
      client.hear(ShowMessageRequestParams.class);
      client.hear(ShowMessageRequestParams.class);
      assertEquals(
          List.of(
              ".wml-lint.yaml", before.replace("# it\n", "# it\n  jobs/job.yaml: jobs/m.zip\n")),
          edited(client, before));
    }
  }

  @Test
  void aConfigurationIsChangedAsItIsOnTheScreen() throws IOException {
    Files.writeString(folder.resolve(".wml-lint.yaml"), "rules: {}\n");
    String unsaved = "# not saved\nrules: {}\n";
    try (TestClient client = started()) {
      open(client, ".wml-lint.yaml", unsaved);
      open(client, "jobs/job.json", JSON);
      choose(client, uri("jobs/job.json"), "m.zip");
      assertEquals(
          List.of(".wml-lint.yaml", unsaved + "models:\n  jobs/job.json: jobs/m.zip\n"),
          edited(client, unsaved));
    }
  }

  @Test
  void anEditorThatCannotMakeFilesIsNotOfferedOne() throws IOException {
    capabilities.getWorkspace().getWorkspaceEdit().setResourceOperations(List.of());
    try (TestClient client = started()) {
      client.choose(question -> question.getActions().get(0));
      open(client, "jobs/job.yaml", Manifests.RIGHT);
      assertEquals("true", choose(client, uri("jobs/job.yaml")));
      client.hear(ShowMessageRequestParams.class);
      assertEquals(
          List.of("jobs/job.yaml", "# wml-lint: model=m.zip\n" + Manifests.RIGHT),
          edited(client, Manifests.RIGHT));
      open(client, "jobs/job.json", JSON);
      assertEquals(
          "this editor cannot create .wml-lint.yaml; make an empty one",
          assertThrows(ResponseErrorException.class, () -> choose(client, uri("jobs/job.json")))
              .getResponseError()
              .getMessage());
      client.hear(ShowMessageRequestParams.class);
      Files.createFile(folder.resolve(".wml-lint.yaml"));
      assertEquals("true", choose(client, uri("jobs/job.json")));
      client.hear(ShowMessageRequestParams.class);
      assertEquals(
          List.of(".wml-lint.yaml", "models:\n  jobs/job.json: jobs/m.zip\n"), edited(client, ""));
    }
  }

  @Test
  void whatCannotBeDoneIsSaid() throws IOException {
    capabilities.getWorkspace().getWorkspaceEdit().setResourceOperations(List.of());
    try (TestClient client = started()) {
      open(client, "jobs/job.json", JSON);
      String uri = uri("jobs/job.json");
      assertThrows(ResponseErrorException.class, () -> choose(client, uri, "m.zip"));
      Files.writeString(folder.resolve(".wml-lint.yaml"), "rulez: 1\n");
      assertThrows(ResponseErrorException.class, () -> choose(client, uri, "m.zip"));
      assertThrows(ResponseErrorException.class, () -> choose(client, uri, "m.zip", "elsewhere"));
      assertThrows(ResponseErrorException.class, () -> choose(client, uri, "m.zip", "manifest"));
      open(client, "jobs/job.yaml", "# wml-lint: model=m.zip\n" + Manifests.RIGHT);
      assertThrows(
          ResponseErrorException.class,
          () -> choose(client, uri("jobs/job.yaml"), "m.zip", "configuration"));
    }
  }
}
