package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.wmllint.lsp.document.DocumentUri;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code wml.lintWorkspace} and {@code wml-lint FOLDER} find the same manifests. */
class FolderParityTest {
  private static final String SISTER = "name: x\ngpus: 1\ncpus: 2\ndata_stores: []\n";

  @TempDir private Path folder;

  private void write(String file, String text) throws IOException {
    Files.createDirectories(folder.resolve(file).getParent());
    Files.writeString(folder.resolve(file), text);
  }

  private Set<String> ofTheCommandLine() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.wmllint.cli.WmlLint",
                "--format=json",
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Set<String> paths = new TreeSet<>();
    for (JsonElement file :
        JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("files")) {
      paths.add(folder.relativize(Path.of(path(file.getAsJsonObject()))).toString());
    }
    return paths;
  }

  private static String path(JsonObject file) {
    return file.get("path").getAsString();
  }

  private Set<String> ofTheServer() {
    Set<String> paths = new TreeSet<>();
    try (TestClient client = new TestClient()) {
      InitializeParams params = new InitializeParams();
      params.setCapabilities(Capabilities.rich());
      params.getCapabilities().getWindow().setWorkDoneProgress(false);
      params.setWorkspaceFolders(List.of(new WorkspaceFolder(folder.toUri().toString(), "all")));
      client.initialize(params);
      Object summary =
          TestClient.await(
              client
                  .server()
                  .getWorkspaceService()
                  .executeCommand(new ExecuteCommandParams("wml.lintWorkspace", List.of())));
      double manifests = (Double) ((Map<?, ?>) summary).get("manifests");
      for (int i = 0; i < manifests; i++) {
        String uri = client.hear(PublishDiagnosticsParams.class).getUri();
        paths.add(folder.relativize(DocumentUri.path(uri).orElseThrow()).toString());
      }
    }
    return paths;
  }

  @Test
  void theSameManifestsAreFound() throws IOException {
    write("job.yaml", Manifests.RIGHT);
    write("a b/[c]/größe.YML", Manifests.RIGHT);
    write(".hidden/job.yaml", Manifests.RIGHT);
    write(".git/job.yaml", Manifests.RIGHT);
    write("web/node_modules/x/job.yaml", Manifests.RIGHT);
    write("job.txt", Manifests.RIGHT);
    write("job.json", "{\"model_definition\": {}}");
    write("old.yaml", "training_results: {}\n");
    write("half.yaml", "model_definition:\n  name: [\n");
    write("misspelt.yaml", "model_defintion:\n  name: x\n");
    write("sister.yaml", SISTER);
    write("other.yaml", "services:\n  web: [\n");
    write("list.yaml", "- model_definition\n");
    write("empty.yaml", "");
    write("named.yaml", "");
    write("dropped/job.yaml", Manifests.RIGHT);
    write("build/x.zip", "no zip");
    write(".wml-lint.yaml", "models: {named.yaml: build/x.zip}\nexclude: [dropped]\n");
    Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("job.yaml"));
    Set<String> expected = ofTheCommandLine();
    assertEquals(
        Set.of(
            "job.yaml",
            "a b/[c]/größe.YML",
            ".hidden/job.yaml",
            "job.json",
            "old.yaml",
            "half.yaml",
            "misspelt.yaml"),
        expected);
    assertEquals(expected, ofTheServer());
  }
}
