package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.ReferenceContext;
import org.eclipse.lsp4j.ReferenceParams;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.services.TextDocumentService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Anchors and aliases: found from each other, and renamed together. */
class AnchorsTest {
  private static final String TEXT =
      """
      model_definition: {name: "\uD83D\uDE00 &a *a"} # &a
      training_data_reference:
      - connection: &a {region: x}
      training_results_reference:
        connection: *a
        target: &b {bucket: &a c}
      later: [*a, *b]
      """;

  @TempDir private Path folder;
  private final TestClient client = new TestClient();
  private Editor editor;

  @BeforeEach
  void open() {
    client.initialize(Capabilities.rich());
    editor = new Editor(client, folder.resolve("job.yaml").toUri().toString(), "yaml", TEXT);
    client.hear(PublishDiagnosticsParams.class);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private TextDocumentService ask() {
    return client.server().getTextDocumentService();
  }

  private Position in(String words, int column) {
    Position start = editor.rangeOf(words).getStart();
    return new Position(start.getLine(), start.getCharacter() + column);
  }

  /** Each as line and column. */
  private static List<String> places(List<Range> ranges) {
    return ranges.stream()
        .map(range -> range.getStart().getLine() + ":" + range.getStart().getCharacter())
        .toList();
  }

  private List<String> highlights(Position position) {
    List<? extends DocumentHighlight> found =
        TestClient.await(
            ask().documentHighlight(new DocumentHighlightParams(editor.id(), position)));
    return places(found.stream().map(one -> one.getRange()).toList());
  }

  @Test
  void anAliasStandsForTheLastAnchorOfItsNameBeforeIt() {
    assertEquals(List.of("2:15", "4:15"), highlights(in("&a {region", 1)));
    assertEquals(List.of("2:15", "4:15"), highlights(in("*a\n", 0)));
    assertEquals(List.of("5:23", "6:9"), highlights(in("[*a", 2)));
    assertEquals(List.of(), highlights(in("&a *a", 1)));
    assertEquals(List.of(), highlights(in("region", 1)));
  }

  @Test
  void namesMayHaveDots() {
    String text = TEXT.replace("&b", "&b.c/d").replace("*b", "*b.c/d");
    editor = new Editor(client, folder.resolve("dots.yaml").toUri().toString(), "yaml", text);
    client.hear(PublishDiagnosticsParams.class);
    assertEquals(List.of("5:11", "6:13"), highlights(in("*b.c", 3)));
    RenameParams rename = new RenameParams(editor.id(), in("*b.c", 3), "e");
    assertEquals(
        TEXT.replace("&b", "&e").replace("*b", "*e"),
        editor.after(TestClient.await(ask().rename(rename))));
  }

  @Test
  void usesAndDefinition() {
    ReferenceParams params =
        new ReferenceParams(editor.id(), in("&b", 1), new ReferenceContext(false));
    assertEquals(
        List.of("6:13"),
        places(
            TestClient.await(ask().references(params)).stream().map(l -> l.getRange()).toList()));
    assertEquals(
        List.of("5:11"),
        places(
            TestClient.await(ask().definition(new DefinitionParams(editor.id(), in("*b", 1))))
                .getLeft()
                .stream()
                .map(l -> l.getRange())
                .toList()));
  }

  @Test
  void theyAreRenamedTogether() throws Exception {
    Range name =
        TestClient.await(ask().prepareRename(new PrepareRenameParams(editor.id(), in("*b", 1))))
            .getFirst();
    assertEquals("b", editor.under(name));
    assertNull(
        TestClient.await(
            ask().prepareRename(new PrepareRenameParams(editor.id(), in("bucket", 1)))));
    RenameParams rename = new RenameParams(editor.id(), in("*b", 1), "target");
    assertEquals(
        TEXT.replace("&b", "&target").replace("*b", "*target"),
        editor.after(TestClient.await(ask().rename(rename))));
    for (String wrong : List.of("a b", "", "a", "x]")) {
      RenameParams refused = new RenameParams(editor.id(), in("*b", 1), wrong);
      Exception why = assertThrows(ExecutionException.class, () -> ask().rename(refused).get());
      assertTrue(why.getMessage().contains("anchor"), why.getMessage());
    }
  }
}
