package dev.wmllint.lsp.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.Linter;
import dev.wmllint.lsp.document.Configurations;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.lsp.document.ModelCache;
import dev.wmllint.lsp.document.OpenDocument;
import dev.wmllint.lsp.document.PositionEncoding;
import dev.wmllint.lsp.document.Settings;
import dev.wmllint.lsp.document.SnapshotFactory;
import dev.wmllint.lsp.feature.ClientAbilities;
import dev.wmllint.lsp.feature.CodeActions;
import dev.wmllint.lsp.feature.CodeLenses;
import dev.wmllint.lsp.feature.Foldings;
import dev.wmllint.lsp.feature.Hovers;
import dev.wmllint.lsp.feature.Links;
import dev.wmllint.lsp.feature.Selections;
import dev.wmllint.lsp.feature.Symbols;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CodeActionContext;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SelectionRange;
import org.junit.jupiter.api.Test;

/** Every feature answers everywhere, in all texts that the linter is tested with. */
class EveryOffsetTest {
  private static final Path TESTDATA = Path.of("../linter/src/test/resources/testdata");
  private static final int MAX_LENGTH = 8_000;

  /** Hovers cost little, actions parse the text anew: not each is asked for at each offset. */
  private static final int HOVERS = 23;

  private static final int ACTIONS = 401;
  private static final CodeActionContext QUICK_FIXES =
      new CodeActionContext(List.of(), List.of("quickfix"));

  private final SnapshotFactory snapshots =
      new SnapshotFactory(
          PositionEncoding.UTF_16,
          new Configurations(problem -> {}),
          Linter::new,
          new ModelCache(),
          Settings.DEFAULT,
          Map.of());

  private static List<Path> fixtures() throws IOException {
    try (Stream<Path> files = Files.walk(TESTDATA)) {
      return files.filter(file -> file.toString().matches(".*\\.(ya?ml|json)")).sorted().toList();
    }
  }

  @Test
  void allFixturesAtManyOffsets() throws IOException {
    ClientAbilities client = ClientAbilities.of(Capabilities.rich());
    long answers = 0;
    for (Path file : fixtures()) {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      if (text.length() <= MAX_LENGTH) {
        answers += ask(client, text, file);
      }
    }
    long asked = answers;
    assertTrue(asked > 5_000, () -> "" + asked);
  }

  private long ask(ClientAbilities client, String text, Path file) {
    DocumentSnapshot snapshot =
        snapshots.of(
            new OpenDocument(
                "file:///nowhere/" + file.getFileName(),
                OpenDocument.MANIFEST_LANGUAGE,
                Optional.of(1),
                text,
                PositionEncoding.UTF_16));
    LspConverter places = snapshot.converter();
    new Symbols(client).of(snapshot);
    new Foldings().of(snapshot);
    new Links(client).of(snapshot);
    new CodeLenses().of(snapshot);
    long answers = 4;
    for (int offset = 0; offset <= text.length(); offset += HOVERS) {
      // Between the two characters of a line end there is no position.
      Position at = places.position(places.offset(places.position(offset)));
      new Hovers(client).at(snapshot, at);
      SelectionRange selection = new Selections().of(snapshot, List.of(at)).get(0);
      assertTrue(isBefore(selection.getRange().getStart(), at), () -> file + " " + at);
      assertTrue(isBefore(at, selection.getRange().getEnd()), () -> file + " " + at);
      isNested(selection);
      answers += 2;
    }
    for (int offset = 0; offset <= text.length(); offset += ACTIONS) {
      Position at = places.position(offset);
      new CodeActions(client).at(snapshot, new Range(at, at), QUICK_FIXES);
      answers++;
    }
    return answers;
  }

  private static void isNested(SelectionRange range) {
    for (SelectionRange next = range; next.getParent() != null; next = next.getParent()) {
      SelectionRange inner = next;
      Range outer = next.getParent().getRange();
      assertTrue(isBefore(outer.getStart(), next.getRange().getStart()), () -> "" + inner);
      assertTrue(isBefore(next.getRange().getEnd(), outer.getEnd()), () -> "" + inner);
    }
  }

  private static boolean isBefore(Position one, Position other) {
    return one.getLine() < other.getLine()
        || (one.getLine() == other.getLine() && one.getCharacter() <= other.getCharacter());
  }
}
