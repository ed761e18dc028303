package dev.wmllint.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoffTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          plain words, deep-learning | plain words, deep-learning
          with --fix or -            | with \\-\\-fix or \\-
          say 'wml-lint init --help' | say \\(aqwml\\-lint init \\-\\-help\\(aq
          1.2-py3 in a/b-c           | 1.2\\-py3 in a/b\\-c
          ~/x ^ " \\                 | \\(ti/x \\(ha \\(dq \\e
          .wml-lint.yaml             | \\&.wml\\-lint.yaml
          """)
  void proseKeepsWhatIsTyped(String words, String roff) {
    assertEquals(roff + "\n", new Roff().prose(words).toString());
  }

  @Test
  void aLineThatIsBrokenBeginsWithNoControlCharacter() {
    for (int length = 60; length < 90; length++) {
      String roff = new Roff().prose("x".repeat(length) + " .wml-lint.yaml 'and so'").toString();
      assertTrue(roff.lines().noneMatch(line -> line.matches("[.'].*")), roff);
      assertEquals(
          "x".repeat(length) + " .wml-lint.yaml 'and so'",
          roff.strip()
              .replace('\n', ' ')
              .replace("\\&", "")
              .replace("\\-", "-")
              .replace("\\(aq", "'"));
    }
  }

  @Test
  void whatIsTypedIsBoldAndWhatStandsForItItalic() {
    assertEquals("\\fB\\-o,\\fR \\fB\\-\\-output\\fR \\fIFILE\\fR", Roff.term("-o, --output FILE"));
    assertEquals("\\fI[FILE...]\\fR", Roff.term("[FILE...]"));
    assertEquals("\\fIFORMAT[=FILE]\\fR \\fB0\\fR", Roff.term("FORMAT[=FILE] 0"));
  }
}
