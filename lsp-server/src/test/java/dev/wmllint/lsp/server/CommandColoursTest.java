package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SemanticTokensLegend;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The colours of the command, in any YAML document that is a manifest. */
class CommandColoursTest {
  @TempDir private Path folder;
  private final TestClient client = new TestClient();
  private SemanticTokensLegend legend;
  private String text;

  @AfterEach
  void close() {
    client.close();
  }

  private Editor open(String command) {
    legend =
        client
            .initialize(Capabilities.rich())
            .getCapabilities()
            .getSemanticTokensProvider()
            .getLegend();
    text = "model_definition:\n  execution:\n    command: " + command + "\n    resource: small\n";
    Editor editor = new Editor(client, folder.resolve("job.yaml").toUri().toString(), "yaml", text);
    client.hear(PublishDiagnosticsParams.class);
    return editor;
  }

  private List<String> all(Editor editor) {
    return words(
        TestClient.await(
                client
                    .server()
                    .getTextDocumentService()
                    .semanticTokensFull(new SemanticTokensParams(editor.id())))
            .getData());
  }

  /** Each token as its type and its words. */
  private List<String> words(List<Integer> data) {
    List<String> words = new ArrayList<>();
    int line = 0;
    int column = 0;
    for (int i = 0; i < data.size(); i += 5) {
      column = data.get(i) == 0 ? column + data.get(i + 1) : data.get(i + 1);
      line += data.get(i);
      int start = Editor.offset(text, new Position(line, column));
      String type = legend.getTokenTypes().get(data.get(i + 3));
      words.add(type + " " + text.substring(start, start + data.get(i + 2)));
    }
    return words;
  }

  @Test
  void eachWordIsWhatItIs() {
    Editor editor =
        open("FOO=1 python3 -u train.py --rate=0.1 --out \"${RESULT_DIR}/a b\" 'x' $HOME # end");
    assertEquals(
        List.of(
            "function python3",
            "parameter -u",
            "namespace train.py",
            "parameter --rate",
            "parameter --out",
            "variable ${RESULT_DIR}",
            "string /a b",
            "string x",
            "variable $HOME"),
        all(editor));
  }

  @Test
  void theLinesOfABlock() {
    Editor editor =
        open(
            "|\n      # first\n      cd src && python3 -m train.main \\\n        --data $DATA_DIR\n      ./run.sh");
    assertEquals(
        List.of(
            "comment # first",
            "function cd",
            "function python3",
            "parameter -m",
            "namespace train.main",
            "parameter --data",
            "variable $DATA_DIR",
            "namespace ./run.sh"),
        all(editor));
  }

  @Test
  void ofAnEscapedStringThePlacesAreThoseOfTheDocument() {
    Editor editor = open("\"python3 \\u0074rain.py \\\"a\\tb\\\"\"");
    assertEquals(
        List.of("function python3", "namespace \\u0074rain.py", "string a\\tb"), all(editor));
  }

  @Test
  void aPartOfTheDocumentAndOtherDocuments() {
    Editor editor = open("python3 train.py");
    var service = client.server().getTextDocumentService();
    Range top = new Range(new Position(0, 0), new Position(1, 0));
    assertEquals(
        List.of(),
        TestClient.await(
                service.semanticTokensRange(new SemanticTokensRangeParams(editor.id(), top)))
            .getData());
    Editor other =
        new Editor(client, folder.resolve("compose.yaml").toUri().toString(), "yaml", "a: b\n");
    assertEquals(List.of(), all(other));
  }
}
