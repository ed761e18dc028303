package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentContentParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FeaturesTest {
  private static final String DOCSTRING =
      "train.py=\"\"\"Trains a small network.\n\nMore.\n\"\"\"\n";

  @TempDir private Path folder;
  private final TestClient client = new TestClient();

  @AfterEach
  void close() {
    client.close();
  }

  private Editor open(String text) {
    return open(Capabilities.rich(), "job.yaml", text);
  }

  private Editor open(ClientCapabilities capabilities, String name, String text) {
    client.initialize(capabilities);
    String language = name.endsWith(".json") ? "json" : "yaml";
    Editor editor = new Editor(client, folder.resolve(name).toUri().toString(), language, text);
    client.hear(PublishDiagnosticsParams.class);
    return editor;
  }

  private TextDocumentService ask() {
    return client.server().getTextDocumentService();
  }

  @Test
  void hoverOverAKeySaysWhatItIs() {
    Editor editor = open(Manifests.RIGHT);
    assertEquals(
        """
        **Resource** · `model_definition.execution.resource`

        The size of the machine: `small` (1 GPU), `medium` (2 GPUs) or `large` (4 GPUs).

        Allowed:

        - `small`: 1 GPU
        - `medium`: 2 GPUs
        - `large`: 4 GPUs

        Rule: [`unsupported-resource`](wml-lint:/rules/unsupported-resource.md)""",
        editor.hover("resource"));
    assertEquals(editor.hover("resource"), editor.hover("small"));
    assertTrue(editor.hover("1.2-py3").contains("- `1.3-py2`: TensorFlow 1.3 on Python 2"));
    assertTrue(editor.hover("model_definition").startsWith("**Model definition**"));
  }

  @Test
  void hoverOverACommentSaysWhatItNames() {
    Manifests.zip(folder.resolve("m.zip"), "train.py", "a.py");
    Editor editor =
        open(
            "# wml-lint: model=m.zip\n# wml-lint: ignore-file[placeholder-value, no-rule]\n"
                + Manifests.RIGHT);
    assertEquals("`m.zip`\n\nThe model definition: 2 files.", editor.hover("m.zip"));
    String rule = editor.hover("placeholder-value");
    assertTrue(rule.startsWith("**`placeholder-value`**\n\nFinds "), rule);
    assertTrue(rule.endsWith("](wml-lint:/rules/placeholder-value.md)"), rule);
    assertEquals("", editor.hover("no-rule"));
    assertEquals("", editor.hover("# wml-lint: ignore"));
  }

  @Test
  void hoverIsPlainWhereTheClientWantsIt() {
    Editor editor = open(new ClientCapabilities(), "job.yaml", Manifests.RIGHT);
    String hover = editor.hover("resource");
    assertTrue(hover.startsWith("Resource · model_definition.execution.resource\n"), hover);
    assertFalse(hover.contains("`") || hover.contains("**"), hover);
  }

  @Test
  void hoverLinksToNothingThatTheClientCannotOpen() {
    ClientCapabilities capabilities = Capabilities.rich();
    capabilities.getWorkspace().setTextDocumentContent(null);
    Editor editor = open(capabilities, "job.yaml", Manifests.RIGHT);
    String hover = editor.hover("resource");
    assertTrue(
        hover.endsWith(
            "Rule: `unsupported-resource` (`wml-lint explain unsupported-resource` tells more)"),
        hover);
  }

  @Test
  void hoverOverACommandWordSaysWhatTheZipHas() {
    Manifests.zip(folder.resolve("tf-model.zip"), DOCSTRING);
    Editor editor = open(Manifests.RIGHT);
    assertEquals(
        "`train.py`\n\n38 bytes, in tf-model.zip.\n\n> Trains a small network.",
        editor.hover("train.py"));
    assertTrue(editor.hover("DATA_DIR").contains("training data was copied to"));
  }

  @Test
  void hoverMissesNoFileThatTheLinterDoesNotMiss() {
    Manifests.zip(folder.resolve("tf-model.zip"), "train.py");
    String command =
        "python3 other.py; python3 -m pip install x; cp train.py made.py; python3 made.py";
    Editor editor = open(Manifests.RIGHT.replace("python3 train.py", command));
    String words = "Not in the model definition tf-model.zip.";
    assertTrue(editor.hover("other.py").endsWith(words));
    assertFalse(editor.hover("pip install").contains(words));
    assertFalse(editor.hover("made.py --data").contains(words));
  }

  @Test
  void hoverOverADashUnderlinesIt() {
    Editor editor = open(Manifests.RIGHT);
    HoverParams params = new HoverParams(editor.id(), editor.rangeOf("- connection").getStart());
    assertEquals("-", editor.under(TestClient.await(ask().hover(params)).getRange()));
  }

  @Test
  void hoverListsWhatIsAllowedOnce() {
    String hover = open(Manifests.RIGHT).hover("type:");
    assertTrue(hover.contains("Allowed"), hover);
    assertEquals(2, hover.split("- `bluemix_objectstore`", -1).length, hover);
    assertEquals(2, hover.split("- `s3`", -1).length, hover);
  }

  @Test
  void hoverNeverShowsACredential() {
    String secret = "wJalrXUtnFEMI";
    Editor editor = open(Manifests.RIGHT.replace("<secret-access-key>", secret));
    String hover = editor.hover(secret);
    assertTrue(hover.contains("aws_secret_access_key"), hover);
    assertFalse(hover.contains(secret), hover);
  }

  @Test
  void aSafeFixIsPreferred() {
    Editor editor = open(Manifests.RIGHT.replace("training_data_reference", "training_data"));
    List<CodeAction> actions = editor.actions("training_data", "quickfix");
    assertEquals(
        List.of(
            "rename to training_data_reference",
            "ignore legacy-key here",
            "ignore legacy-key in this file"),
        Editor.titles(actions));
    assertEquals(true, actions.get(0).getIsPreferred());
    assertNull(actions.get(1).getIsPreferred());
    assertEquals("legacy-key", actions.get(0).getDiagnostics().get(0).getCode().getLeft());
    assertEquals(Manifests.RIGHT, editor.after("rename to training_data_reference", actions));
  }

  @Test
  void anIgnoreCommentStandsAboveTheLine() {
    String wrong = Manifests.RIGHT.replace("small", "tiny");
    Editor editor = open(wrong);
    List<CodeAction> actions = editor.actions("tiny");
    assertEquals(
        wrong.replace(
            "    resource:", "    # wml-lint: ignore[unsupported-resource]\n    resource:"),
        editor.after("ignore unsupported-resource here", actions));
    assertEquals(
        "# wml-lint: ignore-file[unsupported-resource]\n" + wrong,
        editor.after("ignore unsupported-resource in this file", actions));
  }

  @Test
  void anIgnoreCommentStandsAboveTheKeyOfALongCommand() {
    Manifests.zip(folder.resolve("tf-model.zip"), DOCSTRING);
    String wrong = Manifests.RIGHT.replace("python3 train.py", "echo a &&\n      python3 trian.py");
    Editor editor = open(wrong);
    assertEquals(
        wrong.replace("    command:", "    # wml-lint: ignore[command-file-missing]\n    command:"),
        editor.after("ignore command-file-missing here", editor.actions("trian.py")));
  }

  @Test
  void anIgnoreCommentTakesOneMoreRule() {
    String wrong =
        Manifests.RIGHT
            .replace("    resource:", "    # wml-lint: ignore[wrong-type]\n    resource:")
            .replace("small", "tiny");
    Editor editor = open(wrong);
    assertEquals(
        wrong.replace("[wrong-type]", "[wrong-type, unsupported-resource]"),
        editor.after("ignore unsupported-resource here", editor.actions("tiny")));
  }

  @Test
  void aFileIsOfferedToBeIgnoredOncePerRule() {
    String wrong = Manifests.RIGHT.replace("<access-key-id>", "<key>");
    Editor editor = open(wrong);
    Range all = new Range(new Position(0, 0), new Position(100, 0));
    List<CodeAction> whole =
        editor.actions(all, "quickfix").stream()
            .filter(action -> action.getTitle().endsWith(" in this file"))
            .toList();
    assertEquals(List.of("ignore placeholder-value in this file"), Editor.titles(whole));
    assertEquals(4, whole.get(0).getDiagnostics().size());
  }

  @Test
  void eachFindingInABlockIsOfferedItsOwnComment() {
    String wrong =
        Manifests.RIGHT
            .replace("    resource: small", "    resource: tiny\n    extra: 1")
            .replace("python3 train.py", ">\n      echo &&\n      python3 train.py");
    Editor editor = open(wrong);
    Range all = new Range(new Position(0, 0), new Position(100, 0));
    List<CodeAction> actions = editor.actions(all, "quickfix");
    assertEquals(
        wrong.replace("    extra:", "    # wml-lint: ignore[unknown-key]\n    extra:"),
        editor.after("ignore unknown-key here", actions));
    assertEquals(
        wrong.replace(
            "    resource:", "    # wml-lint: ignore[unsupported-resource]\n    resource:"),
        editor.after("ignore unsupported-resource here", actions));
  }

  /** Reading the text anew for each finding would take minutes. */
  @Test
  @Timeout(60)
  void thousandsOfFindingsAreNoTrouble() {
    StringBuilder wrong = new StringBuilder(Manifests.RIGHT);
    for (int i = 0; i < 4_000; i++) {
      wrong.append("unknown-").append(i).append(": x\n");
    }
    Editor editor = open(wrong.toString());
    Range all = new Range(new Position(0, 0), new Position(10_000, 0));
    List<String> titles = Editor.titles(editor.actions(all, "quickfix"));
    assertEquals(4_000, titles.stream().filter("ignore unknown-key here"::equals).count());
    assertEquals(1, titles.stream().filter("ignore unknown-key in this file"::equals).count());
  }

  @Test
  void jsonHasNoComments() {
    Editor editor =
        open(
            Capabilities.rich(),
            "job.json",
            "{\"model_definition\": {\"execution\": {\"resource\": \"k80\"}}}\n");
    assertEquals(
        List.of("use small", "use medium", "use large"),
        Editor.titles(editor.actions("k80", "quickfix")));
    assertEquals(
        "wml.chooseModel",
        TestClient.await(ask().codeLens(new CodeLensParams(editor.id())))
            .get(0)
            .getCommand()
            .getCommand());
  }

  @Test
  void eachAllowedValueIsOffered() {
    String wrong = Manifests.RIGHT.replace("resource: small", "resource: 'k80'");
    Editor editor = open(wrong);
    List<CodeAction> actions = editor.actions("k80", "quickfix");
    assertEquals(wrong.replace("k80", "small"), editor.after("use small", actions));
    assertEquals(wrong.replace("k80", "large"), editor.after("use large", actions));
    assertEquals(1, Editor.titles(actions).stream().filter("use small"::equals).count());
  }

  @Test
  void severalSafeFixesAreOneQuickFixToo() {
    String wrong =
        Manifests.RIGHT
            .replace("training_data_reference", "training_data")
            .replace("training_results_reference", "training_results");
    Editor editor = open(wrong);
    List<CodeAction> actions = editor.actions("training_data", "quickfix");
    assertTrue(Editor.titles(actions).contains("fix all safe problems"));
  }

  @Test
  void aConfigurationIsNoManifestWhateverItsPatternsSay() throws IOException {
    String configuration = "models: {\"*.yaml\": tf-model.zip}\n";
    Files.writeString(folder.resolve(".wml-lint.yaml"), configuration);
    Manifests.zip(folder.resolve("tf-model.zip"), DOCSTRING);
    client.initialize(Capabilities.rich());
    String uri = folder.resolve(".wml-lint.yaml").toUri().toString();
    Editor editor = new Editor(client, uri, "yaml", configuration);
    assertEquals(List.of(), client.hear(PublishDiagnosticsParams.class).getDiagnostics());
    assertEquals(List.of(), TestClient.await(ask().codeLens(new CodeLensParams(editor.id()))));
  }

  @Test
  void kindsAreGivenAsAskedFor() {
    Editor editor = open(Manifests.RIGHT.replace("training_data_reference", "training_data"));
    assertEquals(
        List.of("fix all safe problems"),
        Editor.titles(editor.actions("training_data", "source.fixAll")));
    assertEquals(
        List.of("fix all safe problems"), Editor.titles(editor.actions("training_data", "source")));
    assertEquals(List.of(), editor.actions("training_data", "source.organizeImports"));
    assertEquals(List.of(), editor.actions("training_data", "refactor"));
    assertTrue(Editor.titles(editor.actions("training_data")).contains("fix all safe problems"));
  }

  @Test
  void symbolsAreTheKeysWithoutSecrets() {
    String secret = "wJalrXUtnFEMI";
    Editor editor = open(Manifests.RIGHT.replace("<secret-access-key>", secret));
    List<DocumentSymbol> roots =
        TestClient.await(ask().documentSymbol(new DocumentSymbolParams(editor.id()))).stream()
            .map(Either::getRight)
            .toList();
    assertEquals(
        List.of("model_definition", "training_data_reference", "training_results_reference"),
        roots.stream().map(DocumentSymbol::getName).toList());
    DocumentSymbol framework = roots.get(0).getChildren().get(1);
    assertEquals("framework", framework.getName());
    assertEquals("tensorflow", framework.getChildren().get(0).getDetail());
    assertEquals("framework", editor.under(framework.getSelectionRange()));
    assertFalse(roots.toString().contains(secret));
  }

  @Test
  void aCommandOverSeveralLinesIsOneLineOfTheOutline() {
    Editor editor =
        open(
            Manifests.RIGHT.replace(
                "python3 train.py --data", ">-\n      python3 a.py\n\n      -x"));
    String symbols =
        TestClient.await(ask().documentSymbol(new DocumentSymbolParams(editor.id()))).toString();
    assertTrue(symbols.contains("\"python3 a.py -x ${DATA_DIR}/mnist.npz\""), symbols);
  }

  @Test
  void aLongDetailIsCutBetweenCharacters() {
    Editor editor =
        open(Manifests.RIGHT.replace("name: mnist", "name: " + "x".repeat(59) + "😀😀"));
    String symbols =
        TestClient.await(ask().documentSymbol(new DocumentSymbolParams(editor.id()))).toString();
    assertTrue(symbols.contains("\"" + "x".repeat(59) + "…\""), symbols);
  }

  @Test
  void theRangeOfAHoverHoldsThePosition() {
    Editor editor =
        open(
            Capabilities.rich(),
            "job.json",
            "{\"model_definition\": {\"execution\": {\"resource\": \"k80\"}}}\n");
    for (String quoted : List.of("\"execution\"", "\"resource\"", "\"k80\"")) {
      for (Position at :
          List.of(editor.rangeOf(quoted).getStart(), editor.rangeOf(quoted).getEnd())) {
        Range range = TestClient.await(ask().hover(new HoverParams(editor.id(), at))).getRange();
        assertTrue(
            range.getStart().getCharacter() <= at.getCharacter()
                && at.getCharacter() <= range.getEnd().getCharacter(),
            () -> quoted + " " + range);
      }
    }
  }

  @Test
  void symbolsAreFlatWhereTheClientCannotNest() {
    Editor editor = open(new ClientCapabilities(), "job.yaml", Manifests.RIGHT);
    List<SymbolInformation> flat = new ArrayList<>();
    TestClient.await(ask().documentSymbol(new DocumentSymbolParams(editor.id())))
        .forEach(symbol -> flat.add(symbol.getLeft()));
    assertTrue(
        flat.stream()
            .anyMatch(
                s -> s.getName().equals("version") && s.getContainerName().equals("framework")));
  }

  @Test
  void keysAndCommentsFold() {
    Editor editor =
        open("# one\n# two\nmodel_definition:\n  framework:\n    name: torch\n  name: x\n");
    List<FoldingRange> folds =
        TestClient.await(ask().foldingRange(new FoldingRangeRequestParams(editor.id())));
    assertEquals(
        List.of("2-5", "3-4", "0-1"),
        folds.stream().map(f -> f.getStartLine() + "-" + f.getEndLine()).toList());
  }

  @Test
  void selectionGrowsFromTheWord() {
    Editor editor = open(Manifests.RIGHT);
    Position inside = editor.rangeOf("rain.py").getStart();
    SelectionRange range =
        TestClient.await(
                ask().selectionRange(new SelectionRangeParams(editor.id(), List.of(inside))))
            .get(0);
    List<String> grown = new ArrayList<>();
    for (; range != null; range = range.getParent()) {
      grown.add(editor.under(range.getRange()).lines().findFirst().orElseThrow());
    }
    assertEquals(
        List.of(
            "train.py",
            "python3 train.py --data ${DATA_DIR}/mnist.npz",
            "command: python3 train.py --data ${DATA_DIR}/mnist.npz",
            "command: python3 train.py --data ${DATA_DIR}/mnist.npz",
            "execution:",
            "name: mnist",
            "model_definition:",
            "model_definition:",
            "model_definition:"),
        grown);
  }

  @Test
  void theCommandsFileOpensFromTheZip() {
    Path zip = Manifests.zip(folder.resolve("tf-model.zip"), DOCSTRING);
    Editor editor = open("# wml-lint: model=tf-model.zip\n" + Manifests.RIGHT);
    List<DocumentLink> links =
        TestClient.await(ask().documentLink(new DocumentLinkParams(editor.id())));
    assertEquals(
        List.of("tf-model.zip", "train.py"),
        links.stream().map(link -> editor.under(link.getRange())).toList());
    assertEquals(zip.toUri().toString(), links.get(0).getTarget());
    String inZip = links.get(1).getTarget();
    assertEquals("wml-lint:/model/train.py?" + zip.toUri(), inZip);
    assertEquals(
        DOCSTRING.substring("train.py=".length()),
        TestClient.await(
                client
                    .server()
                    .getWorkspaceService()
                    .textDocumentContent(new TextDocumentContentParams(inZip)))
            .getText());
    Position inside = editor.rangeOf("rain.py").getStart();
    assertEquals(
        inZip,
        TestClient.await(ask().definition(new DefinitionParams(editor.id(), inside)))
            .getLeft()
            .get(0)
            .getUri());
  }

  /** What is found within a configuration's limits is read within them, wherever the zip lies. */
  @Test
  void aFileOfALargeZipOpens() throws IOException {
    Path project = Files.createDirectories(folder.resolve("project"));
    Path zip = project.resolve("large.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      out.setLevel(Deflater.BEST_SPEED);
      out.putNextEntry(new ZipEntry("zeros"));
      for (int mebibytes = 0; mebibytes <= 100; mebibytes++) {
        out.write(new byte[1 << 20]);
      }
      out.putNextEntry(new ZipEntry("train.py"));
      out.write("print(1)\n".getBytes(StandardCharsets.UTF_8));
    }
    Files.writeString(
        project.resolve(".wml-lint.yaml"),
        "limits: {zip-expanded-size: 1 GiB}\nmodels: {job.yaml: large.zip}\n");
    Editor editor = open(Capabilities.rich(), "project/job.yaml", Manifests.RIGHT);
    Position inside = editor.rangeOf("rain.py").getStart();
    String address =
        TestClient.await(ask().definition(new DefinitionParams(editor.id(), inside)))
            .getLeft()
            .get(0)
            .getUri();
    assertEquals(
        "print(1)\n",
        TestClient.await(
                client
                    .server()
                    .getWorkspaceService()
                    .textDocumentContent(new TextDocumentContentParams(address)))
            .getText());
  }

  @Test
  void theFilesOfAZipAreListed() {
    Path zip = Manifests.zip(folder.resolve("tf-model.zip"), DOCSTRING);
    open(Manifests.RIGHT);
    String address = "wml-lint:/contents/tf-model.zip?" + zip.toUri();
    String list =
        TestClient.await(
                client
                    .server()
                    .getWorkspaceService()
                    .textDocumentContent(new TextDocumentContentParams(address)))
            .getText();
    assertEquals("tf-model.zip: 1 file\n\n  38 bytes  train.py\n", list);
  }

  @Test
  void rulePagesOpen() {
    open(Manifests.RIGHT);
    String page =
        TestClient.await(
                client
                    .server()
                    .getWorkspaceService()
                    .textDocumentContent(
                        new TextDocumentContentParams("wml-lint:/rules/unknown-key.md")))
            .getText();
    assertTrue(page.startsWith("# unknown-key\n"), page);
  }

  @Test
  void inlayHintsSayWhatAValueAmountsTo() {
    Editor editor = open(Manifests.RIGHT);
    Range all = new Range(new Position(0, 0), new Position(100, 0));
    List<InlayHint> hints =
        TestClient.await(ask().inlayHint(new InlayHintParams(editor.id(), all)));
    assertEquals(
        List.of("1 GPU", "Python 3"),
        hints.stream().map(hint -> hint.getLabel().getLeft()).toList());
    assertEquals(editor.rangeOf("small").getEnd(), hints.get(0).getPosition());
    Range top = new Range(new Position(0, 0), new Position(1, 0));
    assertEquals(
        List.of(), TestClient.await(ask().inlayHint(new InlayHintParams(editor.id(), top))));
  }

  @Test
  void theCodeLensNamesTheModelDefinition() {
    Manifests.zip(folder.resolve("tf-model.zip"), DOCSTRING);
    Editor editor = open(Manifests.RIGHT);
    List<? extends CodeLens> lenses =
        TestClient.await(ask().codeLens(new CodeLensParams(editor.id())));
    assertEquals(
        List.of("model definition: tf-model.zip (1 file)", "4 warnings"),
        lenses.stream().map(lens -> lens.getCommand().getTitle()).toList());
    assertEquals("wml.chooseModel", lenses.get(0).getCommand().getCommand());
  }
}
