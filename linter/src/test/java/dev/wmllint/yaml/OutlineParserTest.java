package dev.wmllint.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.Golden;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the outline makes of text that is being typed: {@code testdata/outline}. */
class OutlineParserTest {
  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> readsWhatTheFixtureSays() {
    return Fixtures.tests("outline", source -> TreeDump.of(source, outline(source).root()));
  }

  /** Text that is well-formed, and simple, has the same outline as its tree is. */
  @TestFactory
  Stream<DynamicTest> agreesWithTheParser() {
    return Fixtures.read("outline/simple").stream()
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.name(),
                    () ->
                        assertEquals(
                            TreeDump.of(source, parsed(source).root()),
                            TreeDump.of(source, outline(source).root())
                                .replace("mapping damaged", "mapping"))));
  }

  @Test
  void staysInsideEveryPrefix() {
    for (SourceText source : Fixtures.read("outline")) {
      for (int end = 0; end <= source.text().length(); end++) {
        check(source.text().substring(0, end));
      }
    }
  }

  @Test
  void staysInsideRandomText() {
    Random random = new Random(5);
    String chars = "ab:-#'\"{}[]|>,&* \t\n\n\r";
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        text.append(chars.charAt(random.nextInt(chars.length())));
      }
      check(text.toString());
    }
  }

  @Test
  void staysInsideRandomLines() {
    Random random = new Random(6);
    List<String> lines =
        List.of(
            "a: b",
            "a:",
            "- a",
            "-",
            "- a:",
            "a: [",
            "a: {",
            "[",
            "{",
            "]",
            "},",
            "\"a\": 1,",
            "\"a\": [",
            "x",
            "a: |",
            "a: \"b",
            "# c",
            "",
            "---",
            "a: 'b' # c",
            "- - a: b");
    for (int round = 0; round < 5_000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(8); i > 0; i--) {
        text.append(" ".repeat(random.nextInt(5)));
        text.append(lines.get(random.nextInt(lines.size()))).append('\n');
      }
      check(text.toString());
    }
  }

  private static void check(String text) {
    SourceText source = SourceText.of("cut.yaml", text);
    try {
      outline(source)
          .root()
          .ifPresent(root -> TreeCheck.check(root, new Span(0, text.length()), text));
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(e + " for " + text.replace("\n", "\\n").replace("\r", "\\r"), e);
    }
  }

  private static Composer.Outcome outline(SourceText source) {
    return new OutlineParser(source, YamlLimits.DEFAULT).parse();
  }

  private static ManifestDocument parsed(SourceText source) {
    return ManifestDocument.parse(source, YamlLimits.DEFAULT);
  }
}
