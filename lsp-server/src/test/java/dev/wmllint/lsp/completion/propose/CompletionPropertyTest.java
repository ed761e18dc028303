package dev.wmllint.lsp.completion.propose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.text.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds for every proposal, wherever the cursor is and whatever the text. */
class CompletionPropertyTest {
  /** Really each offset, which takes minutes: {@code -Dwmllint.everywhere=true}. */
  private static final boolean EVERYWHERE = Boolean.getBoolean("wmllint.everywhere");

  private static final Path LINTER = Path.of("../linter/src/test/resources/testdata");
  private static final CompletionEngine ENGINE = new CompletionEngine(LintConfig.DEFAULT);
  private static final CompletionRequest.Client TEXT =
      new CompletionRequest.Client(false, true, true);

  @Test
  void everyOffsetOfEveryFixtureOfTheLinter() {
    List<Path> files =
        Stream.of("ok", "err", "fix")
            .flatMap(
                folder -> Fixture.files(LINTER.resolve(folder), ".yaml", ".json", ".yml").stream())
            .filter(file -> file.toFile().length() < 10_000)
            // What fixes lead to is nearly the text that they start from.
            .filter(file -> EVERYWHERE || !file.toString().contains("safe."))
            .toList();
    assertTrue(files.size() > 50, "only " + files.size() + " files");
    Set<String> seen = ConcurrentHashMap.newKeySet();
    files.parallelStream()
        .forEach(file -> everyOffset(file.getFileName().toString(), Fixture.read(file), seen));
  }

  @Test
  void everyPrefixOfEveryValidManifest() {
    for (Path file : Fixture.files(Fixture.TESTDATA.resolve("valid"), ".yaml", ".json")) {
      String text = Fixture.read(file);
      for (int end = 0; end <= text.length(); end++) {
        check(file.getFileName().toString(), text.substring(0, end), end);
      }
    }
  }

  @Test
  void everyOffsetOfTheFixturesOfCompletion() {
    Set<String> seen = new HashSet<>();
    for (Fixture fixture : Fixture.all()) {
      Editor editor = fixture.editor("\n");
      everyOffset(editor.name(), editor.text(), seen);
    }
  }

  @Test
  void whatIsAcceptedInWellFormedTextKeepsItWellFormed() {
    List<Path> files = Fixture.files(Fixture.TESTDATA.resolve("valid"), ".yaml", ".json");
    files.parallelStream()
        .forEach(
            file -> {
              String text = Fixture.read(file);
              for (int offset = 0; offset <= text.length(); offset++) {
                if (EVERYWHERE || !isInsideWord(text, offset)) {
                  accept(new Editor(file.getFileName().toString(), text, offset));
                }
              }
            });
  }

  private static void accept(Editor editor) {
    CompletionRequest.Client client =
        editor.cursor() % 2 == 0 ? CompletionRequest.Client.FULL : TEXT;
    for (Proposal proposal : editor.shown(editor.request(client))) {
      String accepted = editor.accept(proposal, client);
      SourceText source = SourceText.of(editor.name(), accepted);
      assertFalse(
          ManifestDocument.parse(source, YamlLimits.DEFAULT).isBroken(),
          () -> proposal.label() + " at " + editor.cursor() + " made\n" + accepted);
    }
  }

  @Test
  void textsThatMutate() {
    Random random = new Random(11);
    List<Path> files = Fixture.files(Fixture.TESTDATA.resolve("valid"), ".yaml", ".json");
    String alphabet = "{}[]\"':,#-|> \t\n\r&*!%@`\\$\uD83D\uDE80a";
    for (int round = 0; round < 1_500; round++) {
      Path file = files.get(random.nextInt(files.size()));
      StringBuilder text = new StringBuilder(Fixture.read(file));
      int at = random.nextInt(text.length());
      for (int change = random.nextInt(4); change >= 0; change--) {
        at = random.nextInt(text.length());
        int end = Math.min(text.length(), at + random.nextInt(12));
        char c = alphabet.charAt(random.nextInt(alphabet.length()));
        text.replace(at, end, random.nextBoolean() ? "" : String.valueOf(c));
      }
      int near = Math.min(text.length(), at + random.nextInt(3));
      check(file.getFileName().toString(), text.toString(), near);
    }
  }

  @Test
  void offsetsOutsideTheTextMeanItsEnds() {
    List<Proposal> atStart = new Editor("job.yaml", "", 0).shown();
    assertFalse(atStart.isEmpty());
    for (int offset : new int[] {-1, 99}) {
      assertEquals(atStart, ENGINE.complete(new Editor("job.yaml", "", offset).request()));
    }
  }

  /**
   * The fixtures have most of their lines in common: where two lines were seen before, the second
   * one is not asked again.
   */
  private static void everyOffset(String name, String text, Set<String> seen) {
    LineIndex lines = new LineIndex(text);
    for (int line = 0; line < lines.count(); line++) {
      int from = lines.startOf(Math.max(0, line - 1));
      int to = lines.endOf(line);
      if (seen.add(text.substring(from, to)) || EVERYWHERE) {
        for (int offset = lines.startOf(line); offset <= lines.endOf(line); offset++) {
          if (EVERYWHERE || !isInsideWord(text, offset)) {
            check(name, text, offset);
          }
        }
      }
    }
  }

  /** Further inside a word one offset is like the next. */
  private static boolean isInsideWord(String text, int offset) {
    return offset > 1
        && offset + 1 < text.length()
        && text.substring(offset - 2, offset + 2).chars().allMatch(CompletionPropertyTest::isWord);
  }

  private static boolean isWord(int c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '/';
  }

  private static void check(String name, String text, int offset) {
    SourceText source = SourceText.of(name, text);
    CompletionRequest request =
        new Editor(name, text, offset)
            .request(offset % 2 == 0 ? CompletionRequest.Client.FULL : TEXT);
    try {
      List<Proposal> proposals = ENGINE.complete(request);
      Set<String> order = new HashSet<>();
      for (Proposal proposal : proposals) {
        check(source, request.offset(), proposal);
        assertTrue(order.add(proposal.sortText()), "two in one place");
        assertTrue(request.client().snippets() || !proposal.insertion().snippet(), "a snippet");
      }
    } catch (RuntimeException | AssertionError e) {
      String marked =
          text.substring(0, request.offset())
              + Editor.CURSOR
              + text.substring(Math.min(text.length(), request.offset()));
      throw new AssertionError(name + " at " + offset + ":\n" + marked, e);
    }
  }

  private static void check(SourceText source, int cursor, Proposal proposal) {
    LineIndex lines = source.lines();
    Span replace = proposal.insertion().replace();
    assertTrue(
        replace.start() <= cursor && cursor <= replace.end(), () -> "cursor outside " + proposal);
    assertEquals(
        lines.lineOf(replace.start()),
        lines.lineOf(replace.end()),
        () -> "several lines " + proposal);
    assertTrue(replace.end() <= source.text().length(), () -> "outside " + proposal);
    assertTrue(!proposal.label().isBlank() && !proposal.face().filterText().isBlank(), "no label");
    List<Span> spans = new ArrayList<>(List.of(replace));
    for (Edit edit : proposal.insertion().additional()) {
      Span span = edit.span();
      assertTrue(span.end() <= source.text().length(), () -> "outside " + proposal);
      for (Span other : spans) {
        assertTrue(
            (span.end() <= other.start() || other.end() <= span.start()) && !span.equals(other),
            () -> "overlap " + proposal);
      }
      spans.add(span);
    }
  }
}
