package dev.wmllint.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.Palette;
import dev.wmllint.text.Printable;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TerminalPageTest {
  private static final Pattern SGR = Pattern.compile("\u001B\\[[0-9;]*m");

  private static String plain(String markdown, int width) {
    return new TerminalPage(new Palette(false)).render(markdown, width);
  }

  /** With each escape sequence in a readable form: {@code <1;31>} and {@code <0>}. */
  private static String coloured(String markdown) {
    return new TerminalPage(new Palette(true))
        .render(markdown, 80)
        .replaceAll("\u001B\\[([0-9;]*)m", "<$1>");
  }

  @Test
  void headingsStandOutAndTheRestIsIndented() {
    assertEquals(
        """
        some-rule

          What it finds, wrapped
          between words.

        Wrong
            key: value

            other: value

          And prose again.
        """,
        plain(
            """
            # some-rule

            What it finds,
            wrapped between words.

            ## Wrong

            ```yaml
            key: value

            other: value
            ```

            And prose again.
            """,
            24));
  }

  @Test
  void listsAndQuotationsKeepTheirShape() {
    assertEquals(
        """
          - one that goes on for
            longer
          - two
            - inside

          9. nine

          10. ten

          | a quotation of more
          | than a line
        """,
        plain(
            """
            - one that goes on for longer
            - two
              - inside

            9. nine

            10. ten

            > a quotation of more than a line
            """,
            24));
  }

  @Test
  void withoutColoursMarksTellCodeAndEmphasis() {
    assertEquals(
        "  Use `zip -r`, *not* **tar**; see the manual (https://example.org/zip).\n",
        plain("Use `zip -r`, *not* **tar**; see [the manual](https://example.org/zip).", 80));
    assertEquals("  See another rule.\n", plain("See [another rule](other.md).", 80));
    assertEquals("  See https://example.org/.\n", plain("See <https://example.org/>.", 80));
  }

  @Test
  void withColoursTheyAreColoured() {
    assertEquals(
        "  Use <36>zip -r<0>, <3>not<0> <1>tar<0> or <1;36>x<0>.\n",
        coloured("Use `zip -r`, *not* **tar** or **`x`**."));
    assertEquals("<1;31>Wrong<0>\n", coloured("## Wrong"));
    assertEquals("<1;32>Right<0>\n", coloured("## Right"));
  }

  @Test
  void examplesAreHighlighted() {
    assertEquals(
        """
            <36>key:<0>
            - <36>name:<0> "a: b"<2> # why<0>
            <2># …<0>
            word
        """,
        coloured("```yaml\nkey:\n- name: \"a: b\" # why\n# …\nword\n```"));
    assertEquals(
        "    <2>$ <0><1>ls -l<0>\n    total 0\n", coloured("```text\n$ ls -l\ntotal 0\n```"));
  }

  @Test
  void aCaptionSaysWhatAnExampleDoesNotShow() {
    assertEquals(
        "  The zip holds run.sh (executable), train.py.\n    a: b\n",
        plain("```yaml zip=\"run.sh:x train.py\"\na: b\n```", 80));
    assertEquals(
        "  Saved as ISO-8859-1.\n    a: b\n", plain("```yaml bytes=ISO-8859-1\na: b\n```", 80));
    assertEquals("    $ ls\n", plain("```text zip=\"train.py\"\n$ ls\n```", 80));
  }

  @Test
  void codeIsNotBrokenBetweenLines() {
    assertEquals("  first\n  `cd program && zip`\n", plain("first `cd program && zip`", 24));
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 66, 80, 100})
  void noProseIsWiderThanTheTerminal(int width) {
    RuleRegistry.catalogue()
        .forEach(
            rule -> {
              String page = RulePage.of(rule.id()).orElseThrow().forTerminal(width, false);
              page.lines()
                  .filter(line -> line.startsWith("  ") && !line.startsWith("    "))
                  .filter(line -> line.strip().contains(" ") && !line.contains("`"))
                  .forEach(line -> assertTrue(Printable.cells(line) <= width, line));
            });
  }

  @Test
  void coloursChangeNothingButTheLook() {
    RuleRegistry.catalogue()
        .forEach(
            rule -> {
              RulePage page = RulePage.of(rule.id()).orElseThrow();
              String shown = SGR.matcher(page.forTerminal(80, true)).replaceAll("");
              assertEquals(words(page.forTerminal(80, false)), words(shown));
            });
  }

  private static List<String> words(String text) {
    return List.of(text.replaceAll("[`*|]", "").strip().split("\\s+"));
  }

  @Test
  void anyMarkdownIsRendered() {
    Random random = new Random(7);
    String[] parts = {
      "# ",
      "## ",
      "- ",
      "1. ",
      "> ",
      "```yaml\n",
      "```\n",
      "`",
      "**",
      "*",
      "[",
      "](x://y)",
      "\n",
      "\n\n",
      "    ",
      "word ",
      "<b>",
      "---\n",
      "&amp;",
      "\\",
      "\uD83D\uDE00",
      "| a | b |\n",
      "![i](j)"
    };
    for (int round = 0; round < 2000; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i >= 0; i--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      int width = random.nextInt(60);
      assertEquals(
          words(plain(text.toString(), 80)), words(plain(text.toString(), width)), text::toString);
    }
  }
}
