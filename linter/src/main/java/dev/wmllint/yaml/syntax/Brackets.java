package dev.wmllint.yaml.syntax;

import dev.wmllint.text.LineIndex;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;

/** The brackets of a text that is one flow collection (JSON, mostly): which of them stay open. */
public final class Brackets {
  private final String text;
  private final LineIndex lines;
  private final Deque<Integer> open = new ArrayDeque<>();
  private OptionalInt unclosed = OptionalInt.empty();
  private OptionalInt closingLine = OptionalInt.empty();

  private Brackets(String text, LineIndex lines) {
    this.text = text;
    this.lines = lines;
  }

  /** Reads the text up to {@code end}, each char once. */
  static Brackets of(String text, LineIndex lines, int end) {
    Brackets brackets = new Brackets(text, lines);
    int i = 0;
    while (i < end) {
      i = brackets.read(i);
    }
    return brackets;
  }

  public static boolean isFlow(String text) {
    return isOpened(text, Chars.skipTrivia(text, 0));
  }

  /** Whether a bracket stands at an offset. */
  static boolean isOpened(String text, int start) {
    return start < text.length() && (text.charAt(start) == '{' || text.charAt(start) == '[');
  }

  private int read(int i) {
    char c = text.charAt(i);
    if (c == '"') {
      return behindQuoted(text, i);
    }
    if (c == '{' || c == '[') {
      open.push(i);
    } else if (c == '}' || c == ']') {
      close(i);
    } else if (c == '#' && (i == 0 || Chars.isWhite(text.charAt(i - 1)))) {
      return Math.max(i + 1, lines.endOf(lines.lineOf(i)));
    }
    return i + 1;
  }

  /** Offset after a double-quoted text. */
  static int behindQuoted(String text, int start) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != '"') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + 1);
  }

  /** A bracket that closes a line's indentation too tells which one is missing above it. */
  private void close(int at) {
    if (open.isEmpty()) {
      return;
    }
    int top = open.pop();
    int line = lines.lineOf(at);
    boolean first = text.substring(lines.startOf(line), at).isBlank();
    if (first && unclosed.isEmpty() && indent(at) < indent(top)) {
      unclosed = OptionalInt.of(top);
      closingLine = OptionalInt.of(line);
    }
  }

  private int indent(int at) {
    int start = lines.startOf(lines.lineOf(at));
    return Chars.skipSpaces(text, start, at) - start;
  }

  /** The bracket that, by the indentation of those that follow, is never closed. */
  OptionalInt unclosedByIndent() {
    return unclosed;
  }

  /** The line in front of whose content the missing bracket belongs. */
  OptionalInt lineOfMissing() {
    return closingLine;
  }

  /** What closes all that is open, the innermost first. */
  String closing() {
    StringBuilder closing = new StringBuilder();
    open.forEach(at -> closing.append(closing(text.charAt(at))));
    return closing.toString();
  }

  static char closing(char open) {
    return open == '{' ? '}' : ']';
  }
}
