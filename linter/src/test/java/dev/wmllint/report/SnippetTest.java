package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.redact.Redactor;
import dev.wmllint.text.Printable;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnippetTest {
  private static Redactor redactor(String text) {
    return Redactor.of(ManifestDocument.parse(SourceText.of("job.yaml", text), YamlLimits.DEFAULT));
  }

  private static Snippet snippet(String text, Span marked) {
    return Snippet.of(redactor(text), new Span(0, text.length()), marked);
  }

  @Test
  void shortLinesAreWhole() {
    assertEquals(new Snippet("name: x", 6, 1), snippet("name: x", new Span(6, 7)));
    assertEquals(new Snippet("password: ***", 10, 3), snippet("password: abc", new Span(10, 13)));
    assertEquals(new Snippet("a: x", 4, 1), snippet("a: x", Span.at(4)));
  }

  /** Latin, wide, with marks (also more of them than any text has), and beyond the BMP. */
  @ParameterizedTest
  @CsvSource({"a", "\u65E5", "e\u0301", "e\u0301\u0302\u0303\u0304", "\uD83D\uDE80"})
  void longLinesAreCutAroundTheFinding(String letter) {
    String side = letter.repeat(300);
    for (int length : new int[] {0, 1, 40, 100, 700}) {
      String mark = letter.repeat(length);
      String text = side + "x" + mark + side;
      Snippet snippet = snippet(text, new Span(side.length(), side.length() + 1 + mark.length()));
      int cells = Printable.cells(snippet.line());
      assertTrue(cells <= 120 && cells >= 90, snippet::toString);
      assertEquals('x', snippet.line().replaceAll("[^x]", "").charAt(0));
      assertEquals(
          snippet.indent(),
          Printable.cells(snippet.line().substring(0, snippet.line().indexOf('x'))));
      assertTrue(snippet.line().startsWith("\u2026" + letter), snippet::toString);
      assertTrue(snippet.line().endsWith(letter + "\u2026"), snippet::toString);
      assertTrue(snippet.width() >= 1 && snippet.indent() + snippet.width() <= 120);
    }
  }

  /** One line with thousands of findings: each costs what is shown of it. */
  @Test
  void manyFindingsInOneLine() {
    String entry = "\"key\": \"value\", ";
    String text = "{" + entry.repeat(300_000 / entry.length()) + "}";
    Redactor redactor = redactor(text);
    for (int at = 1; at + entry.length() < text.length(); at += entry.length()) {
      Snippet snippet =
          Snippet.of(redactor, new Span(0, text.length()), new Span(at, text.length()));
      assertTrue(snippet.line().contains("\"key\""));
    }
  }

  @Test
  void nothingTurnsTheTextAround() {
    assertEquals(
        "a" + "\uFFFD".repeat(8) + "b",
        Printable.line("a\u200E\u200F\u061C\u2028\u2029\u202E\u2066\u0085b"));
  }
}
