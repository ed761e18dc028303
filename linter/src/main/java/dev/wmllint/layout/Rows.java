package dev.wmllint.layout;

import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import java.util.ArrayList;
import java.util.List;

/** The lines of a text that decide where they belong: no comments, and no inner lines of quotes. */
final class Rows {
  /** A manifest has some thirty; what is much longer is no slip of a hand. */
  private static final int MAX = 400;

  private Rows() {}

  /** Empty where there are too many. */
  static List<Row> of(LineReader reader) {
    List<Row> rows = new ArrayList<>();
    int line = 0;
    while (line < reader.lines().count()) {
      TextLine text = reader.line(line);
      if (!text.isNothing() && !text.isMarker()) {
        if (rows.size() == MAX || text.isTabbed()) {
          return List.of();
        }
        rows.add(Row.of(text, line));
        line = lastLine(reader, text, line);
      }
      line++;
    }
    return rows;
  }

  /** The line in which the quotes or brackets end that a value begins with. */
  private static int lastLine(LineReader reader, TextLine text, int line) {
    int start = text.value();
    if (start >= text.end()) {
      return line;
    }
    char first = reader.text().charAt(start);
    int end = -1;
    if (Chars.isQuote(first)) {
      end = Chars.closingQuote(reader.text(), start, reader.text().length());
    } else if (Chars.isOpening(first)) {
      end = closingBracket(reader.text(), start);
    }
    return end < 0 ? line : reader.lines().lineOf(end);
  }

  private static int closingBracket(String text, int start) {
    int depth = 0;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Chars.isOpening(c)) {
        depth++;
      } else if (Chars.isClosing(c) && --depth == 0) {
        return i;
      } else if (Chars.isQuote(c) && !Character.isLetterOrDigit(text.charAt(i - 1))) {
        int close = Chars.closingQuote(text, i, text.length());
        i = close < 0 ? i : close;
      }
    }
    return -1;
  }
}
