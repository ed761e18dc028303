package dev.wmllint.text;

import java.util.Arrays;

/**
 * Offsets to lines and back. Lines end at {@code \n}, {@code \r\n} or a lone {@code \r}: the line
 * ends of YAML 1.2 and of the Language Server Protocol.
 */
public final class LineIndex {
  private final String text;
  private final int[] starts;

  public LineIndex(String text) {
    this.text = text;
    int[] found = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        if (count == found.length) {
          found = Arrays.copyOf(found, count * 2);
        }
        found[count++] = i + 1;
      }
    }
    this.starts = Arrays.copyOf(found, count);
  }

  /** Number of lines; an empty text has one, and a final line end opens one more. */
  public int count() {
    return starts.length;
  }

  /** Line of {@code offset}, from 0; offsets past the end belong to the last line. */
  public int lineOf(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    return at >= 0 ? at : -at - 2;
  }

  public int startOf(int line) {
    return starts[line];
  }

  /** Offset after the last char of {@code line}, before its line end. */
  public int endOf(int line) {
    int end = line + 1 < starts.length ? starts[line + 1] : text.length();
    if (end > starts[line] && text.charAt(end - 1) == '\n') {
      end--;
    }
    if (end > starts[line] && text.charAt(end - 1) == '\r') {
      end--;
    }
    return end;
  }

  public Span span(int line) {
    return new Span(startOf(line), endOf(line));
  }

  public Span fullSpan(int line) {
    return new Span(startOf(line), line + 1 < starts.length ? starts[line + 1] : text.length());
  }

  /** Whether only white space stands before an offset in its line. */
  public boolean isFirstInLine(int offset) {
    return text.substring(startOf(lineOf(offset)), offset).isBlank();
  }

  public Position position(int offset) {
    int line = lineOf(offset);
    return new Position(line, offset - starts[line]);
  }
}
