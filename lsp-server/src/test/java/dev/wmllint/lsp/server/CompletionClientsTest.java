package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CompletionCapabilities;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemCapabilities;
import org.eclipse.lsp4j.CompletionItemInsertTextModeSupportCapabilities;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.InsertTextMode;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a proposal of several lines becomes in clients that treat indentation differently. */
class CompletionClientsTest {
  /**
   * A client.
   *
   * @param modes that a proposal may name
   * @param declared what it says that it does by default
   * @param text what it does by default with plain text
   * @param snippet what it does by default with snippets
   */
  private record Client(
      String name,
      boolean snippets,
      List<InsertTextMode> modes,
      Optional<InsertTextMode> declared,
      InsertTextMode text,
      InsertTextMode snippet) {
    ClientCapabilities capabilities() {
      CompletionItemCapabilities item = new CompletionItemCapabilities(snippets);
      if (!modes.isEmpty()) {
        item.setInsertTextModeSupport(new CompletionItemInsertTextModeSupportCapabilities(modes));
      }
      CompletionCapabilities completion = new CompletionCapabilities(item);
      declared.ifPresent(completion::setInsertTextMode);
      ClientCapabilities capabilities = Capabilities.rich();
      capabilities.getTextDocument().setCompletion(completion);
      return capabilities;
    }

    /** The text once an item is accepted, with the first choice at each tab stop. */
    String accept(String text, CompletionItem item) {
      boolean isSnippet = item.getInsertTextFormat() == InsertTextFormat.Snippet;
      InsertTextMode mode =
          Optional.ofNullable(item.getInsertTextMode()).orElse(isSnippet ? snippet : this.text);
      TextEdit edit = item.getTextEdit().getLeft();
      String inserted = isSnippet ? expanded(edit.getNewText()) : edit.getNewText();
      if (mode == InsertTextMode.AdjustIndentation) {
        String line = text.lines().toList().get(edit.getRange().getStart().getLine());
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        inserted = inserted.replace("\n", "\n" + indent);
      }
      return Editor.apply(text, List.of(new TextEdit(edit.getRange(), inserted)));
    }

    private static String expanded(String snippet) {
      return snippet
          .replaceAll("\\$\\{\\d+\\|([^,|]*)[^|]*\\|\\}", "$1")
          .replaceAll("\\$\\{\\d+:?([^}]*)\\}", "$1")
          .replaceAll("\\\\([$}\\\\])", "$1");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Client> clients() {
    InsertTextMode asIs = InsertTextMode.AsIs;
    InsertTextMode adjust = InsertTextMode.AdjustIndentation;
    Optional<InsertTextMode> untold = Optional.empty();
    return Stream.of(
        new Client("VS Code", true, List.of(asIs, adjust), Optional.of(adjust), adjust, adjust),
        new Client("eglot", false, List.of(), untold, asIs, asIs),
        new Client("eglot with a snippet library", true, List.of(), untold, asIs, adjust),
        new Client("Neovim without snippets", false, List.of(), untold, asIs, asIs),
        new Client("Neovim with snippets", true, List.of(), untold, asIs, adjust),
        new Client("declares to indent", false, List.of(), Optional.of(adjust), adjust, adjust),
        new Client("declares to keep", true, List.of(), Optional.of(asIs), asIs, asIs),
        new Client("takes only indented", true, List.of(adjust), untold, asIs, asIs));
  }

  /**
   * A proposal, and the text once it is accepted.
   *
   * @param text with a bar for the cursor
   */
  private record Case(String text, String label, String asText, String asSnippet) {}

  private static final List<Case> CASES =
      List.of(
          new Case(
              "model_definition:\n  name: x\n  framew|\n",
              "framework",
              """
              model_definition:
                name: x
                framework:
                  name: "<name>"
                  version: "<version>"
              """,
              """
              model_definition:
                name: x
                framework:
                  name: tensorflow
                  version: 1.2-py3
              """),
          new Case(
              "training_data_reference:\n  - connection: {}\n    sour|\n",
              "source",
              """
              training_data_reference:
                - connection: {}
                  source:
                    bucket: "<bucket>"
                    type: "<type>"
              """,
              """
              training_data_reference:
                - connection: {}
                  source:
                    bucket: training-data
                    type: s3
              """),
          new Case(
              "{\n  \"model_definition\": {\n    \"framew|\"\n  }\n}\n",
              "framework",
              """
              {
                "model_definition": {
                  "framework": {
                    "name": "<name>",
                    "version": "<version>"
                  }
                }
              }
              """,
              """
              {
                "model_definition": {
                  "framework": {
                    "name": "tensorflow",
                    "version": "1.2-py3"
                  }
                }
              }
              """));

  @ParameterizedTest
  @MethodSource("clients")
  void theTextComesOutIndentedRight(Client kind) {
    try (TestClient client = new TestClient()) {
      client.initialize(kind.capabilities());
      for (Case one : CASES) {
        CompletionItem item = item(client, one);
        boolean isSnippet = item.getInsertTextFormat() == InsertTextFormat.Snippet;
        assertEquals(kind.snippets(), isSnippet);
        assertEquals(
            isSnippet ? one.asSnippet() : one.asText(),
            kind.accept(one.text().replace("|", ""), item));
        if (kind.modes().isEmpty()) {
          assertNull(item.getInsertTextMode());
        }
      }
    }
  }

  private static CompletionItem item(TestClient client, Case one) {
    String text = one.text().replace("|", "");
    String uri = "file:///nowhere/" + (text.startsWith("{") ? "job.json" : "job.yaml");
    client.open(uri, "wml-manifest", text);
    client.hear(PublishDiagnosticsParams.class);
    CompletionParams params =
        new CompletionParams(
            new TextDocumentIdentifier(uri), Editor.position(text, one.text().indexOf('|')));
    return TestClient.await(client.server().getTextDocumentService().completion(params))
        .getRight()
        .getItems()
        .stream()
        .filter(item -> item.getFilterText().replace("\"", "").equals(one.label()))
        .findFirst()
        .orElseThrow();
  }
}
