package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.lsp.completion.propose.CompletionEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemInsertTextModeSupportCapabilities;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Completion over the protocol; what is proposed where is tested with the engine. */
class CompletionRequestsTest {
  @TempDir private Path folder;
  private final TestClient client = new TestClient();

  @AfterEach
  void close() {
    client.close();
  }

  private static ClientCapabilities completing() {
    ClientCapabilities capabilities = Capabilities.rich();
    CompletionItemCapabilities item = new CompletionItemCapabilities(true);
    item.setLabelDetailsSupport(true);
    item.setDocumentationFormat(List.of("markdown"));
    item.setInsertTextModeSupport(
        new CompletionItemInsertTextModeSupportCapabilities(List.of(InsertTextMode.AsIs)));
    capabilities.getTextDocument().setCompletion(new CompletionCapabilities(item));
    return capabilities;
  }

  /** The proposals where the bar stands. */
  private List<CompletionItem> complete(String textWithCursor) {
    int cursor = textWithCursor.indexOf('|');
    String text = textWithCursor.replace("|", "");
    String uri = folder.resolve("job.yaml").toUri().toString();
    client.open(uri, "wml-manifest", text);
    client.hear(PublishDiagnosticsParams.class);
    CompletionParams params =
        new CompletionParams(new TextDocumentIdentifier(uri), Editor.position(text, cursor));
    CompletionList list =
        TestClient.await(client.server().getTextDocumentService().completion(params)).getRight();
    assertFalse(list.isIncomplete());
    return list.getItems();
  }

  private static List<String> labels(List<CompletionItem> items) {
    return items.stream().map(CompletionItem::getLabel).toList();
  }

  private static final String SIZE = Manifests.RIGHT.replace("resource: small", "resource: |");

  @Test
  void whatAsksByBeingTypedIsAnnounced() {
    assertEquals(
        CompletionEngine.TRIGGERS,
        client
            .initialize(completing())
            .getCapabilities()
            .getCompletionProvider()
            .getTriggerCharacters());
  }

  @Test
  void valuesAreBareAndTheirMeaningStandsBeside() {
    client.initialize(completing());
    List<CompletionItem> items = complete(SIZE);
    assertEquals(List.of("small", "medium", "large"), labels(items));
    assertEquals("1 GPU", items.get(0).getLabelDetails().getDescription());
    TextEdit edit = items.get(0).getTextEdit().getLeft();
    assertEquals(
        Manifests.RIGHT, Editor.apply(SIZE.replace("|", ""), List.of(edit)), edit::toString);
  }

  @Test
  void theOrderOfTheListIsTheOrderOfTheSortTexts() {
    client.initialize(completing());
    List<CompletionItem> items = complete("model_definition:\n  |\n");
    List<CompletionItem> sorted = new ArrayList<>(items);
    sorted.sort(java.util.Comparator.comparing(CompletionItem::getSortText));
    assertTrue(items.size() > 3);
    assertEquals(labels(items), labels(sorted));
  }

  @Test
  void wordsAreAddedWhenTheyAreAskedFor() {
    client.initialize(completing());
    CompletionItem item = complete(SIZE).get(0);
    assertNull(item.getDocumentation());
    CompletionItem resolved =
        TestClient.await(client.server().getTextDocumentService().resolveCompletionItem(item));
    String words = resolved.getDocumentation().getRight().getValue();
    assertTrue(words.startsWith("`small`: 1 GPU"), words);
    CompletionItem foreign = new CompletionItem("x");
    foreign.setData(List.of(1, 2, 3));
    assertNull(
        TestClient.await(client.server().getTextDocumentService().resolveCompletionItem(foreign))
            .getDocumentation());
  }

  @Test
  void snippetsGoToThoseWhoKnowThem() {
    client.initialize(completing());
    assertTrue(
        complete("|").stream()
            .anyMatch(item -> item.getInsertTextFormat() == InsertTextFormat.Snippet));
  }

  @Test
  void othersGetPlainText() {
    client.initialize(new ClientCapabilities());
    List<CompletionItem> items = complete("|");
    assertFalse(items.isEmpty());
    for (CompletionItem item : items) {
      assertNull(item.getInsertTextFormat());
      assertNull(item.getLabelDetails());
      assertFalse(item.getTextEdit().getLeft().getNewText().contains("${1"), item::toString);
    }
  }

  @Test
  void aMarkAtTheStartStaysThere() {
    client.initialize(completing());
    for (String text : List.of("|\uFEFF", "\uFEFF|", "|\uFEFFmodel_definition:\n", "|\uFEFFtr")) {
      List<CompletionItem> items = complete(text);
      assertFalse(items.isEmpty(), text);
      for (CompletionItem item : items) {
        TextEdit edit = item.getTextEdit().getLeft();
        assertTrue(
            edit.getRange().getStart().getCharacter() <= text.indexOf('|')
                && edit.getRange().getEnd().getCharacter() >= text.indexOf('|'),
            item::toString);
        String after = Editor.apply(text.replace("|", ""), List.of(edit));
        assertEquals(0, after.lastIndexOf('\uFEFF'), item::toString);
      }
    }
  }

  @Test
  void filesComeFromTheZip() {
    Manifests.zip(folder.resolve("tf-model.zip"), "train.py", "lib/data.py");
    client.initialize(completing());
    List<String> labels =
        labels(complete(Manifests.RIGHT.replace("python3 train.py", "python3 |")));
    assertTrue(labels.contains("train.py"), labels::toString);
  }

  /** Without a zip the folder is the model definition, which the command tells only when whole. */
  @Test
  void filesComeFromTheFolderWhileTheProgramIsBeingTyped() throws IOException {
    for (String name :
        List.of("train.py", "src/a.py", ".git/x.py", "node_modules/y.py", "__pycache__/z.py")) {
      Path file = folder.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "");
    }
    client.initialize(completing());
    String command = "python3 train.py --data ${DATA_DIR}/mnist.npz";
    for (String typed : List.of("python3 |", "python3 tr|")) {
      assertEquals(
          List.of("train.py", "src/a.py", "src/"),
          labels(complete(Manifests.RIGHT.replace(command, typed))).stream()
              .filter(label -> !label.startsWith("$"))
              .toList(),
          typed);
    }
    List<CompletionItem> started =
        complete(Manifests.RIGHT.replaceFirst("(?s)execution:.*?small", "exe|"));
    assertTrue(
        started.get(0).getTextEdit().getLeft().getNewText().contains("python3 train.py"),
        started::toString);
  }

  @Test
  void theManifestIsNoFileOfItsCommand() throws IOException {
    Files.writeString(folder.resolve("train.py"), "");
    Files.writeString(folder.resolve("job.yaml"), Manifests.RIGHT);
    client.initialize(completing());
    for (String typed : List.of("python3 |", "python3 train.py |")) {
      List<String> labels = labels(complete(Manifests.RIGHT.replace("python3 train.py", typed)));
      assertTrue(labels.contains("train.py") && !labels.contains("job.yaml"), labels::toString);
    }
  }

  @Test
  void ofALargeFolderItsOwnFilesAreProposed() throws IOException {
    Path below = Files.createDirectories(folder.resolve("a/b"));
    for (int i = 0; i < 3_000; i++) {
      Files.createFile(below.resolve(i + ".txt"));
    }
    Files.createFile(folder.resolve("z.py"));
    client.initialize(completing());
    List<String> labels =
        labels(complete(Manifests.RIGHT.replace("python3 train.py", "python3 |")));
    assertEquals("z.py", labels.get(0));
  }

  /** The labels for a document in the folder. */
  private List<String> begun(String name, String language, String text) {
    String uri = folder.resolve(name).toUri().toString();
    client.open(uri, language, text);
    CompletionParams params =
        new CompletionParams(new TextDocumentIdentifier(uri), Editor.position(text, text.length()));
    return labels(
        TestClient.await(client.server().getTextDocumentService().completion(params))
            .getRight()
            .getItems());
  }

  @Test
  void aManifestIsBegunByTwoLetters() {
    String whole = "Training manifest (tensorflow, s3)";
    client.initialize(completing());
    assertTrue(begun("job.yaml", "yaml", "mo").contains(whole));
    assertTrue(begun("my-manifest.yml", "yaml", "# mine\ntr").contains(whole));
    assertTrue(begun("x.wml.yaml", "wml-manifest", "").contains(whole));
    client.hear(PublishDiagnosticsParams.class);
    assertEquals(List.of(), begun("job-2.yaml", "yaml", "m"));
    assertEquals(List.of(), begun("compose.yaml", "yaml", "mo"));
    assertEquals(List.of(), begun("job-3.yaml", "yaml", "on: push\nmo"));
  }

  @Test
  void theProgramOfANewManifestIsThatOfTheZipBesideIt() {
    Manifests.zip(folder.resolve("tf-model.zip"), "src/deep_net.py=x");
    client.initialize(completing());
    String uri = folder.resolve("compose.yaml").toUri().toString();
    client.open(uri, "yaml", "mo");
    CompletionParams params =
        new CompletionParams(new TextDocumentIdentifier(uri), Editor.position("mo", 2));
    List<CompletionItem> items =
        TestClient.await(client.server().getTextDocumentService().completion(params))
            .getRight()
            .getItems();
    String text =
        items.stream()
            .filter(item -> item.getLabel().equals("Training manifest (tensorflow, s3)"))
            .map(item -> item.getTextEdit().getLeft().getNewText())
            .findFirst()
            .orElseThrow();
    assertTrue(text.contains("python3 src/deep_net.py"), text);
  }
}
