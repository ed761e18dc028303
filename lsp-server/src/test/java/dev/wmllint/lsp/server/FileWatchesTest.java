package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.wmllint.lsp.document.DocumentUri;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.DidChangeWatchedFilesCapabilities;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Registration;
import org.eclipse.lsp4j.RegistrationParams;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.eclipse.lsp4j.UnregistrationParams;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What findings depend on is watched, and what changes there changes the findings. */
class FileWatchesTest {
  @TempDir private Path folder;
  private Path work;
  private String uri;
  private final TestClient client = new TestClient();

  @BeforeEach
  void start() throws IOException {
    work = Files.createDirectory(folder.resolve("work [1]"));
    uri = work.resolve("job.yaml").toUri().toString();
  }

  @AfterEach
  void close() {
    client.close();
  }

  private void initialize(boolean anywhere) {
    ClientCapabilities capabilities = Capabilities.rich();
    DidChangeWatchedFilesCapabilities watching = new DidChangeWatchedFilesCapabilities(true);
    watching.setRelativePatternSupport(anywhere);
    capabilities.getWorkspace().setDidChangeWatchedFiles(watching);
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    params.setWorkspaceFolders(List.of(new WorkspaceFolder(work.toUri().toString(), "work")));
    client.initialize(params);
    assertEquals(
        "wml-files", client.hear(RegistrationParams.class).getRegistrations().get(0).getId());
  }

  private List<String> open(String text) {
    client.open(uri, text);
    return rules(client.hear(PublishDiagnosticsParams.class));
  }

  private static List<String> rules(PublishDiagnosticsParams published) {
    return published.getDiagnostics().stream()
        .map(one -> one.getCode().getLeft())
        .filter(rule -> !rule.equals("placeholder-value"))
        .toList();
  }

  /** The next patterns that are registered; relative ones with the name of their folder. */
  private List<String> watched() {
    Registration registration = client.hear(RegistrationParams.class).getRegistrations().get(0);
    JsonObject options = (JsonObject) new Gson().toJsonTree(registration.getRegisterOptions());
    List<String> patterns = new ArrayList<>();
    for (JsonElement watcher : options.getAsJsonArray("watchers")) {
      JsonElement pattern = watcher.getAsJsonObject().get("globPattern");
      patterns.add(pattern.isJsonPrimitive() ? pattern.getAsString() : relative(pattern));
    }
    return patterns.stream().sorted().toList();
  }

  private String relative(JsonElement pattern) {
    JsonObject parts = pattern.getAsJsonObject();
    Path base = DocumentUri.path(parts.get("baseUri").getAsString()).orElseThrow();
    return folder.relativize(base) + " : " + parts.get("pattern").getAsString();
  }

  private List<String> afterChangeOf(Path file) {
    client
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(Requests.changed(file.toUri().toString()));
    return rules(client.hear(PublishDiagnosticsParams.class));
  }

  @Test
  void whatAManifestNamesIsWatchedWhereverItIs() throws IOException {
    Files.createDirectory(folder.resolve(".git"));
    Files.writeString(folder.resolve(".wml-lint.yaml"), "frameworks: list.txt\n");
    Files.writeString(folder.resolve("list.txt"), " 1 tensorflow 1.2-py3\n");
    initialize(true);
    assertEquals(
        List.of("model-not-found"), open("# wml-lint: model=../out/m.pkg\n" + Manifests.RIGHT));
    assertEquals(List.of(" : .wml-lint.yaml", " : list.txt", "out : m.pkg"), watched());
    client.change(
        uri,
        2,
        new TextDocumentContentChangeEvent("# wml-lint: model=m[2].pkg\n" + Manifests.RIGHT));
    client.hear(PublishDiagnosticsParams.class);
    assertEquals(List.of(" : .wml-lint.yaml", " : list.txt", "work [1] : m?2?.pkg"), watched());
    assertEquals(1, client.hear(UnregistrationParams.class).getUnregisterations().size());
    client.closeDocument(uri);
    client.hear(PublishDiagnosticsParams.class);
    assertEquals(1, client.hear(UnregistrationParams.class).getUnregisterations().size());
  }

  @Test
  void onlyWhatLiesInTheWorkspaceIsWatchedWhereTheClientKnowsNoMore() throws IOException {
    Files.createDirectory(work.resolve("src"));
    Files.writeString(work.resolve("src/train.py"), "");
    Files.writeString(
        folder.resolve(".wml-lint.yaml"),
        "models: {'work*/job.yaml': 'work [1]/src'}\nframeworks: list.txt\n");
    Files.writeString(folder.resolve("list.txt"), " 1 tensorflow 1.2-py3\n");
    initialize(false);
    assertEquals(List.of(), open(Manifests.RIGHT));
    assertEquals(List.of("**/src/**/*"), watched());
  }

  @Test
  void whatMustNotBeOpenedIsNotWatchedAndNoLink() {
    initialize(true);
    assertEquals(
        List.of("model-not-found"),
        open("# wml-lint: model=//host/share/m.pkg\n" + Manifests.RIGHT));
    client.assertSilentFor(800);
  }

  @Test
  void whatIsWatchedAnywayIsNotWatchedTwice() {
    Manifests.zip(work.resolve("m.zip"), "train.py");
    initialize(true);
    assertEquals(List.of(), open(Manifests.RIGHT));
    client.assertSilentFor(800);
  }

  @Test
  void aChangedListOfFrameworksCounts() throws IOException {
    Path list = work.resolve("frameworks.txt");
    Files.writeString(work.resolve(".wml-lint.yaml"), "frameworks: frameworks.txt\n");
    Files.writeString(list, " 1 tensorflow 1.2-py3\n");
    initialize(true);
    assertEquals(List.of(), open(Manifests.RIGHT));
    assertEquals(List.of("work [1] : frameworks.txt"), watched());
    Files.writeString(list, " 1 tensorflow 1.9-py3\n");
    assertEquals(List.of("unsupported-framework-version"), afterChangeOf(list));
  }

  @Test
  void eachFileOfAFolderCounts() throws IOException {
    Files.writeString(work.resolve("train.py"), "");
    initialize(true);
    String manifest =
        Manifests.RIGHT.replace(
            "train.py --data ${DATA_DIR}/mnist.npz", "train.py --config net.ini");
    assertEquals(List.of("command-argument-file-missing"), open(manifest));
    assertEquals(List.of("work [1] : **/*"), watched());
    Path ini = work.resolve("net.ini");
    Files.writeString(ini, "");
    assertEquals(List.of(), afterChangeOf(ini));
    Files.delete(ini);
    client
        .server()
        .getWorkspaceService()
        .didChangeWatchedFiles(Requests.changed(work.resolve(".git/index").toUri().toString()));
    client.assertSilent();
  }

  @Test
  void aModelDefinitionOfAnyNameCounts() {
    Manifests.zip(work.resolve("model.bin"), "other.py");
    initialize(true);
    assertEquals(
        List.of("command-file-missing"), open("# wml-lint: model=model.bin\n" + Manifests.RIGHT));
    assertEquals(List.of("work [1] : model.bin"), watched());
    Manifests.zip(work.resolve("model.bin"), "train.py");
    assertEquals(List.of(), afterChangeOf(work.resolve("model.bin")));
  }
}
