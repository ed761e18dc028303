package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.Span;

/** What single lines of YAML are made of. All ends are exclusive. */
public final class Chars {
  private Chars() {}

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  public static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  public static int skipBlanks(String text, int from, int end) {
    int i = from;
    while (i < end && isBlank(text.charAt(i))) {
      i++;
    }
    return i;
  }

  /** Whether there is a tab among the blanks between a line's start and its content. */
  public static boolean isTabbed(String text, int lineStart, int content) {
    for (int i = lineStart; i < content; i++) {
      if (text.charAt(i) == '\t') {
        return true;
      }
    }
    return false;
  }

  /** The end without the blanks before it. */
  public static int trimmedEnd(String text, int from, int end) {
    int i = end;
    while (i > from && isBlank(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** The start of the word that {@code to} is in or behind. */
  public static int behindLastBlank(String text, int from, int to) {
    int i = to;
    while (i > from && !isBlank(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  static boolean isDash(String text, int at, int lineEnd) {
    return at < lineEnd
        && text.charAt(at) == '-'
        && (at + 1 == lineEnd || isBlank(text.charAt(at + 1)));
  }

  /** The offset behind the dashes that a line begins with, and the blanks after them. */
  static int skipDashes(String text, int from, int lineEnd) {
    int i = from;
    while (isDash(text, i, lineEnd)) {
      i = skipBlanks(text, i + 1, lineEnd);
    }
    return i;
  }

  /** Whether a line separates documents. */
  static boolean isMarker(String text, Span line) {
    int behind = line.start() + 3;
    return (text.startsWith("---", line.start()) || text.startsWith("...", line.start()))
        && (behind >= line.end() || isBlank(text.charAt(behind)));
  }

  /** Offset of the colon that ends the key which starts at {@code from}, or -1. */
  static int keyEnd(String text, int from, int lineEnd) {
    int i = from;
    char first = text.charAt(from);
    if (first == '"' || first == '\'') {
      i = closingQuote(text, from, lineEnd);
      if (i < 0) {
        return -1;
      }
      i = skipBlanks(text, i + 1, lineEnd);
      return i < lineEnd && text.charAt(i) == ':' ? i : -1;
    }
    if (first == '{' || first == '[') {
      return -1;
    }
    for (; i < lineEnd; i++) {
      char c = text.charAt(i);
      if (c == ':' && (i + 1 == lineEnd || isBlank(text.charAt(i + 1)))) {
        return i;
      }
      if (c == '#' && i > from && isBlank(text.charAt(i - 1))) {
        return -1;
      }
    }
    return -1;
  }

  /** Offset of the quote that closes the one at {@code at}, or -1. */
  static int closingQuote(String text, int at, int end) {
    char quote = text.charAt(at);
    for (int i = at + 1; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote == '"') {
        i++;
      } else if (c == quote) {
        if (quote == '"' || i + 1 >= end || text.charAt(i + 1) != quote) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }

  /** Where plain text on a line ends: before a comment and the blanks before that. */
  static int contentEnd(String text, int from, int lineEnd) {
    for (int i = from + 1; i < lineEnd; i++) {
      if (text.charAt(i) == '#' && isBlank(text.charAt(i - 1))) {
        return trimmedEnd(text, from, i);
      }
    }
    return trimmedEnd(text, from, lineEnd);
  }

  /** The end of the run of letters, digits and the like from {@code from} on. */
  public static int wordEnd(String text, int from, int end) {
    int i = from;
    while (i < end && isWord(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }

  public static Span withoutQuotes(String text, Span span) {
    boolean quoted =
        span.length() > 1
            && (text.charAt(span.start()) == '"' || text.charAt(span.start()) == '\'');
    return quoted ? new Span(span.start() + 1, span.end() - 1) : span;
  }
}
