package dev.wmllint.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LineIndexTest {
  @Test
  void anEmptyTextHasOneLine() {
    LineIndex lines = new LineIndex("");
    assertEquals(1, lines.count());
    assertEquals(Span.at(0), lines.span(0));
    assertEquals(Span.at(0), lines.fullSpan(0));
    assertEquals(new Position(0, 0), lines.position(0));
  }

  @Test
  void aFinalLineEndOpensOneMoreLine() {
    LineIndex lines = new LineIndex("a\n");
    assertEquals(2, lines.count());
    assertEquals(Span.at(2), lines.span(1));
    assertEquals(new Position(1, 0), lines.position(2));
  }

  @Test
  void endsLinesAtEachKindOfLineEnd() {
    LineIndex lines = new LineIndex("a\r\nb\rc\n\r\n\rd");
    assertEquals(6, lines.count());
    assertEquals(new Span(0, 1), lines.span(0));
    assertEquals(new Span(0, 3), lines.fullSpan(0));
    assertEquals(new Span(3, 4), lines.span(1));
    assertEquals(new Span(5, 6), lines.span(2));
    assertEquals(Span.at(7), lines.span(3));
    assertEquals(new Span(7, 9), lines.fullSpan(3));
    assertEquals(Span.at(9), lines.span(4));
    assertEquals(new Span(10, 11), lines.span(5));
  }

  @Test
  void unicodeLineSeparatorsEndNoLine() {
    assertEquals(1, new LineIndex("a\u2028b\u2029c\u0085d\fe\u000Bf").count());
  }

  @Test
  void countsColumnsInUtf16Units() {
    LineIndex lines = new LineIndex("\uD83D\uDE00x\ny");
    assertEquals(new Position(0, 2), lines.position(2));
  }

  @Test
  void clampsOffsetsOutsideTheText() {
    LineIndex lines = new LineIndex("ab\r\nc");
    assertEquals(1, lines.lineOf(99));
  }

  @Test
  void positionsLeadBackToTheirOffsets() {
    Random random = new Random(1);
    String chars = "ab\n\r";
    for (int round = 0; round < 500; round++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(20); i > 0; i--) {
        text.append(chars.charAt(random.nextInt(chars.length())));
      }
      LineIndex lines = new LineIndex(text.toString());
      int end = 0;
      for (int line = 0; line < lines.count(); line++) {
        assertEquals(end, lines.startOf(line));
        end = lines.fullSpan(line).end();
        for (int offset = lines.startOf(line); offset <= lines.endOf(line); offset++) {
          assertEquals(line, lines.lineOf(offset));
          Position position = lines.position(offset);
          assertEquals(offset, lines.startOf(position.line()) + position.column());
        }
      }
      assertEquals(text.length(), end);
    }
  }
}
