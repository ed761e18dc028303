package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.BrokenLinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.lsp4j.ApplyWorkspaceEditParams;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.ConfigurationParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.DidChangeConfigurationParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.MessageActionItem;
import org.eclipse.lsp4j.MessageParams;
import org.eclipse.lsp4j.ProgressParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.ShowMessageRequestParams;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressCreateParams;
import org.eclipse.lsp4j.WorkDoneProgressEnd;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.services.WorkspaceService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceTest {
  private static final String BAD_SIZE = Manifests.RIGHT.replace("small", "tiny");

  @TempDir private Path folder;

  private static Object rules(String rule, String level) {
    return Map.of("rules", Map.of(rule, level));
  }

  private static List<String> ofSize(List<Diagnostic> found) {
    return found.stream()
        .filter(one -> one.getCode().getLeft().equals("unsupported-resource"))
        .map(one -> one.getSeverity().name())
        .toList();
  }

  private String uri(String file) {
    return folder.resolve(file).toUri().toString();
  }

  private static InitializeParams in(ClientCapabilities capabilities, Path... folders) {
    InitializeParams params = new InitializeParams();
    params.setCapabilities(capabilities);
    List<WorkspaceFolder> all = new ArrayList<>();
    for (Path folder : folders) {
      all.add(new WorkspaceFolder(folder.toUri().toString(), folder.getFileName().toString()));
    }
    params.setWorkspaceFolders(all);
    return params;
  }

  @Test
  void settingsAreAskedForAndTakenAtOnce() {
    ClientCapabilities capabilities = Capabilities.rich();
    capabilities.getWorkspace().setConfiguration(true);
    try (TestClient client = new TestClient()) {
      client.settings(params -> List.of(rules("unsupported-resource", "warning")));
      client.initialize(capabilities);
      assertEquals(
          "wmlLint", client.hear(ConfigurationParams.class).getItems().get(0).getSection());
      client.open(uri("job.yaml"), BAD_SIZE);
      assertEquals(List.of("Warning"), ofSize(client.published(uri("job.yaml"))));
      client.settings(params -> List.of(rules("unsupported-resource", "off")));
      client
          .server()
          .getWorkspaceService()
          .didChangeConfiguration(new DidChangeConfigurationParams(Map.of()));
      client.hear(ConfigurationParams.class);
      assertEquals(List.of(), ofSize(client.published(uri("job.yaml"))));
    }
  }

  @Test
  void settingsThatAreSentAreTaken() {
    try (TestClient client = new TestClient()) {
      client.initialize();
      client.open(uri("job.yaml"), BAD_SIZE);
      assertEquals(List.of("Error"), ofSize(client.published(uri("job.yaml"))));
      client
          .server()
          .getWorkspaceService()
          .didChangeConfiguration(
              new DidChangeConfigurationParams(
                  Map.of("wmlLint", rules("unsupported-resource", "info"))));
      assertEquals(List.of("Information"), ofSize(client.published(uri("job.yaml"))));
    }
  }

  @Test
  void settingsThatMakeNoSenseAreNone() {
    for (Object sent :
        List.of("x", 7, List.of(), Map.of("java.home", "x"), rules("shared-bucket", "off"))) {
      try (TestClient client = new TestClient()) {
        InitializeParams params = in(new ClientCapabilities());
        params.setInitializationOptions(sent);
        client.initialize(params);
        client.open(uri("job.yaml"), BAD_SIZE);
        assertEquals(List.of("Error"), ofSize(client.published(uri("job.yaml"))));
      }
    }
  }

  private static Map<String, Object> wrongSettings() {
    Map<String, Object> settings = new LinkedHashMap<>();
    Map<String, Object> rules = new LinkedHashMap<>();
    rules.put("placeholder-value", "bogus");
    rules.put("no-such-rule", "off");
    rules.put("unsupported-resource", "warning");
    settings.put("rules", rules);
    settings.put("inlayHint", false);
    settings.put("codeLens", "no");
    settings.put("java.home", "the client's own");
    return settings;
  }

  /** Else one believes to have set what nobody heard. */
  @Test
  void settingsThatMakeNoSenseAreToldOnce() {
    try (TestClient client = new TestClient()) {
      client.initialize(in(new ClientCapabilities()));
      Map<String, Object> settings = wrongSettings();
      for (int i = 0; i < 3; i++) {
        client
            .server()
            .getWorkspaceService()
            .didChangeConfiguration(new DidChangeConfigurationParams(Map.of("wmlLint", settings)));
      }
      client.open(uri("job.yaml"), BAD_SIZE);
      assertEquals(List.of("Warning"), ofSize(client.published(uri("job.yaml"))));
      List<String> told = client.unheard().stream().map(WorkspaceTest::logged).toList();
      assertEquals(
          List.of(
              "settings: unknown setting 'inlayHint'; did you mean 'inlayHints'?",
              "settings: rules: placeholder-value must be off, info, warning or error, is 'bogus'",
              "settings: rules: unknown rule 'no-such-rule'",
              "settings: codeLens must be true or false, is 'no'"),
          told);
      told.forEach(line -> client.hear(MessageParams.class));
    }
  }

  private static String logged(Object message) {
    return ((MessageParams) message).getMessage();
  }

  @Test
  void anAnswerThatMakesNoSenseLeavesTheInitializationOptions() {
    for (Object answer :
        Arrays.asList(
            null,
            List.of(),
            Collections.singletonList(null),
            List.of("x"),
            List.of(Map.of(), Map.of()),
            "x",
            7)) {
      assertEquals(
          List.of("Warning"), ofSizeWhenAnswered(params -> answer), () -> "answered " + answer);
    }
    assertEquals(
        List.of("Warning"),
        ofSizeWhenAnswered(
            params -> {
              throw new IllegalStateException("no settings");
            }));
  }

  private List<String> ofSizeWhenAnswered(Function<ConfigurationParams, Object> answer) {
    ClientCapabilities capabilities = Capabilities.rich();
    capabilities.getWorkspace().setConfiguration(true);
    try (TestClient client = new TestClient()) {
      client.settings(answer);
      InitializeParams params = in(capabilities);
      params.setInitializationOptions(rules("unsupported-resource", "warning"));
      client.initialize(params);
      client.hear(ConfigurationParams.class);
      client.open(uri("job.yaml"), BAD_SIZE);
      return ofSize(client.published(uri("job.yaml")));
    }
  }

  @Test
  void eachFolderHasItsOwnSettings() throws IOException {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path two = Files.createDirectory(folder.resolve("two"));
    ClientCapabilities capabilities = Capabilities.rich();
    capabilities.getWorkspace().setConfiguration(true);
    try (TestClient client = new TestClient()) {
      client.settings(
          params ->
              params.getItems().stream()
                  .map(
                      item ->
                          one.toUri().toString().equals(item.getScopeUri())
                              ? rules("unsupported-resource", "off")
                              : Map.of())
                  .map(Object.class::cast)
                  .toList());
      client.initialize(in(capabilities, one, two));
      client.hear(ConfigurationParams.class);
      client.open(uri("one/job.yaml"), BAD_SIZE);
      assertEquals(List.of(), ofSize(client.published(uri("one/job.yaml"))));
      client.open(uri("two/job.yaml"), BAD_SIZE);
      assertEquals(List.of("Error"), ofSize(client.published(uri("two/job.yaml"))));
    }
  }

  @Test
  void anotherYamlServerKeepsItsRules() {
    String twice = Manifests.RIGHT + "model_definition: {}\n";
    try (TestClient client = new TestClient()) {
      InitializeParams params = in(new ClientCapabilities());
      params.setInitializationOptions(Map.of("leaveYamlToOthers", true));
      client.initialize(params);
      client.open(uri("job.yaml"), "yaml", twice);
      assertTrue(!client.published(uri("job.yaml")).toString().contains("duplicate-key"));
      client.open(uri("job.wml.yaml"), "wml-manifest", twice);
      assertTrue(client.published(uri("job.wml.yaml")).toString().contains("duplicate-key"));
    }
  }

  @Test
  void theModelDefinitionIsChosenFromTheZips() throws IOException {
    Files.createDirectory(folder.resolve("build"));
    Manifests.zip(folder.resolve("build/b.zip"), "train.py");
    Files.createDirectory(folder.resolve(".tool"));
    Manifests.zip(folder.resolve("a.zip"), "train.py");
    Manifests.zip(folder.resolve(".tool/cache.zip"), "train.py");
    try (TestClient client = new TestClient()) {
      client.initialize(Capabilities.rich());
      client.choose(
          question ->
              question.getActions().stream()
                  .filter(
                      item -> List.of("build/b.zip", "in the manifest").contains(item.getTitle()))
                  .findFirst()
                  .orElseThrow());
      Editor editor = new Editor(client, uri("job.yaml"), "yaml", Manifests.RIGHT);
      client.published(uri("job.yaml"));
      Object applied =
          TestClient.await(
              client
                  .server()
                  .getWorkspaceService()
                  .executeCommand(
                      new ExecuteCommandParams("wml.chooseModel", List.of(uri("job.yaml")))));
      assertEquals("true", applied.toString());
      ShowMessageRequestParams question = client.hear(ShowMessageRequestParams.class);
      assertEquals(
          List.of("a.zip", "build/b.zip"),
          question.getActions().stream().map(MessageActionItem::getTitle).toList());
      assertEquals(
          "Where is build/b.zip written?",
          client.hear(ShowMessageRequestParams.class).getMessage());
      assertEquals(
          "# wml-lint: model=build/b.zip\n" + Manifests.RIGHT,
          editor.after(client.hear(ApplyWorkspaceEditParams.class).getEdit()));
    }
  }

  @Test
  void aChoiceIsWrittenOverTheOneBefore() {
    String before = "# wml-lint: model=old.zip\n" + Manifests.RIGHT;
    try (TestClient client = new TestClient()) {
      client.initialize(Capabilities.rich());
      Editor editor = new Editor(client, uri("job.yaml"), "yaml", before);
      client.published(uri("job.yaml"));
      TestClient.await(
          client
              .server()
              .getWorkspaceService()
              .executeCommand(
                  new ExecuteCommandParams(
                      "wml.chooseModel", List.of(uri("job.yaml"), "new model.zip"))));
      assertEquals(
          before.replace("old.zip", "new model.zip"),
          editor.after(client.hear(ApplyWorkspaceEditParams.class).getEdit()));
      assertThrows(
          ResponseErrorException.class,
          () ->
              TestClient.await(
                  client
                      .server()
                      .getWorkspaceService()
                      .executeCommand(
                          new ExecuteCommandParams(
                              "wml.chooseModel", List.of("file:///other.yaml")))));
    }
  }

  @Test
  void aChoiceNeedsAZip() {
    try (TestClient client = new TestClient()) {
      client.initialize(Capabilities.rich());
      client.open(uri("job.yaml"), Manifests.RIGHT);
      client.published(uri("job.yaml"));
      TestClient.await(
          client
              .server()
              .getWorkspaceService()
              .executeCommand(
                  new ExecuteCommandParams("wml.chooseModel", List.of(uri("job.yaml")))));
      assertEquals(
          "no zip in the folder of job.yaml or below",
          client.hear(MessageParams.class).getMessage());
    }
  }

  /** What is said last; it may come after the answer. */
  private static String endOfProgress(TestClient client) {
    Object next = progress(client);
    while (!(next instanceof WorkDoneProgressEnd)) {
      next = progress(client);
    }
    return ((WorkDoneProgressEnd) next).getMessage();
  }

  @Test
  void theWholeWorkspaceIsCheckedWithProgress() throws IOException {
    Files.createDirectories(folder.resolve("deep/er"));
    Files.createDirectories(folder.resolve(".git"));
    Files.writeString(folder.resolve("deep/er/job.yaml"), BAD_SIZE);
    Files.writeString(folder.resolve(".git/job.yaml"), BAD_SIZE);
    Files.writeString(folder.resolve("other.yaml"), "a: [\n");
    Files.writeString(folder.resolve("open.yaml"), BAD_SIZE);
    try (TestClient client = new TestClient()) {
      client.initialize(in(Capabilities.rich(), folder));
      client.open(uri("open.yaml"), Manifests.RIGHT);
      client.published(uri("open.yaml"));
      Object summary = lintWorkspace(client);
      // What is on the screen counts: open.yaml was mended there, and is not saved yet.
      assertEquals("{manifests=2.0, errors=1.0, warnings=8.0, infos=0.0}", summary.toString());
      client.hear(WorkDoneProgressCreateParams.class);
      assertTrue(progress(client) instanceof WorkDoneProgressBegin);
      assertEquals("2 manifests, 1 error", endOfProgress(client));
      List<Diagnostic> found = client.published(uri("deep/er/job.yaml"));
      assertEquals(DiagnosticSeverity.Error, found.get(0).getSeverity());
      Files.delete(folder.resolve("deep/er/job.yaml"));
      lintWorkspace(client);
      assertEquals(List.of(), client.published(uri("deep/er/job.yaml")));
      assertEquals("1 manifest, 0 errors", endOfProgress(client));
      while (client.heardSomething()) {
        assertTrue(!(client.hear(Object.class) instanceof PublishDiagnosticsParams));
      }
    }
  }

  @Test
  void aCheckThatFailsInAFileThatIsNotOpenIsTold() throws IOException {
    Files.writeString(folder.resolve("job.yaml"), BAD_SIZE);
    ClientCapabilities capabilities = Capabilities.rich();
    capabilities.getWindow().setWorkDoneProgress(false);
    try (TestClient client = new TestClient(BrokenLinter::of)) {
      client.initialize(in(capabilities, folder));
      lintWorkspace(client);
      assertEquals(
          "internal: rule ThrowingRule failed on job.yaml: java.lang.IllegalStateException",
          client.hear(MessageParams.class).getMessage());
      assertEquals(List.of("Error"), ofSize(client.published(uri("job.yaml"))));
    }
  }

  @Test
  void oneFileIsShownUnderOneAddress() throws IOException {
    Path jobs = Files.createDirectory(folder.resolve("my jobs"));
    Files.writeString(jobs.resolve("job.yaml"), BAD_SIZE);
    String ours = jobs.resolve("job.yaml").toUri().toString();
    String theirs = ours.replace("my%20jobs", "my jobs").replace("job.yaml", "%6Aob.yaml");
    ClientCapabilities capabilities = Capabilities.rich();
    capabilities.getWindow().setWorkDoneProgress(false);
    try (TestClient client = new TestClient()) {
      client.initialize(in(capabilities, folder));
      lintWorkspace(client);
      assertEquals(List.of("Error"), ofSize(client.published(ours)));
      client.open(theirs, BAD_SIZE);
      assertEquals(List.of(), client.published(ours));
      assertEquals(List.of("Error"), ofSize(client.published(theirs)));
      assertEquals(
          "{manifests=1.0, errors=1.0, warnings=4.0, infos=0.0}", lintWorkspace(client).toString());
      client.assertSilent();
      client.closeDocument(ours);
      assertEquals(List.of(), client.published(theirs));
      lintWorkspace(client);
      assertEquals(List.of("Error"), ofSize(client.published(ours)));
    }
  }

  @Test
  void theFindingsOfFilesThatAreGoneAreTakenBack() throws IOException {
    Path jobs = Files.createDirectories(folder.resolve("jobs/old"));
    Path other = Files.createDirectory(folder.resolve("jobs-too"));
    List<String> uris = new ArrayList<>();
    for (Path file :
        List.of(jobs.resolve("a.yaml"), jobs.resolve("b.yaml"), other.resolve("c.yaml"))) {
      Files.writeString(file, Manifests.RIGHT.replace("small", "tiny"));
      uris.add(file.toUri().toString());
    }
    try (TestClient client = new TestClient()) {
      InitializeParams params = new InitializeParams();
      params.setCapabilities(new ClientCapabilities());
      WorkspaceFolder removed = new WorkspaceFolder(other.toUri().toString(), "other");
      params.setWorkspaceFolders(
          List.of(new WorkspaceFolder(jobs.getParent().toUri().toString(), "jobs"), removed));
      client.initialize(params);
      lintWorkspace(client);
      uris.forEach(uri -> assertFalse(client.published(uri).isEmpty()));
      WorkspaceService workspace = client.server().getWorkspaceService();
      workspace.didChangeWatchedFiles(Requests.deleted(uris.get(0)));
      assertEquals(List.of(), client.published(uris.get(0)));
      workspace.didChangeWatchedFiles(Requests.deleted(jobs.toUri().toString()));
      assertEquals(List.of(), client.published(uris.get(1)));
      workspace.didChangeWorkspaceFolders(
          new DidChangeWorkspaceFoldersParams(
              new WorkspaceFoldersChangeEvent(List.of(), List.of(removed))));
      assertEquals(List.of(), client.published(uris.get(2)));
      client.assertSilent();
    }
  }

  @Test
  void aFileWhoseAddressIsNotEncodedIsOne() throws IOException {
    Path jobs = Files.createDirectory(folder.resolve("my [jobs]"));
    Manifests.zip(jobs.resolve("m.zip"), "other.py");
    try (TestClient client = new TestClient()) {
      client.initialize(Capabilities.rich());
      String uri = "file://" + jobs + "/job.yaml";
      client.open(uri, Manifests.RIGHT);
      assertTrue(client.published(uri).toString().contains("command-file-missing"));
    }
  }

  private static Object lintWorkspace(TestClient client) {
    return TestClient.await(
        client
            .server()
            .getWorkspaceService()
            .executeCommand(new ExecuteCommandParams("wml.lintWorkspace", List.of())));
  }

  private static Object progress(TestClient client) {
    return client.hear(ProgressParams.class).getValue().getLeft();
  }
}
