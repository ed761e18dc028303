package dev.wmllint.yaml.lines;

import dev.wmllint.text.Span;

/** What YAML text is made of, char by char. All ends are exclusive. */
public final class Chars {
  private Chars() {}

  /** A space or a tab. */
  public static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  public static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  /** A space, a tab or a line end. */
  public static boolean isWhite(char c) {
    return isSpace(c) || isLineEnd(c);
  }

  public static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  public static boolean isOpening(char c) {
    return c == '{' || c == '[';
  }

  public static boolean isClosing(char c) {
    return c == '}' || c == ']';
  }

  public static int skipSpaces(String text, int from, int end) {
    int i = from;
    while (i < end && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  public static int trimmedEnd(String text, int from, int end) {
    int i = end;
    while (i > from && isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** From {@code from} on, without the spaces and tabs before the end. */
  public static Span trimmed(String text, int from, int end) {
    return new Span(from, trimmedEnd(text, from, end));
  }

  /** What is between the quotes; all of a text without quotes. */
  public static Span withoutQuotes(String text, Span span) {
    boolean quoted = span.length() > 1 && isQuote(text.charAt(span.start()));
    return quoted ? new Span(span.start() + 1, span.end() - 1) : span;
  }

  /** Passes over anchors and tags, and the spaces after them. */
  public static int skipProperties(String text, int from, int end) {
    int i = from;
    while (i < end && (text.charAt(i) == '&' || text.charAt(i) == '!')) {
      while (i < end && !isSpace(text.charAt(i))) {
        i++;
      }
      i = skipSpaces(text, i, end);
    }
    return i;
  }

  /** Offset of the first char from {@code from} on that is no space, line end or comment. */
  public static int skipTrivia(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '#' && (i == 0 || isWhite(text.charAt(i - 1)))) {
        while (i < text.length() && !isLineEnd(text.charAt(i))) {
          i++;
        }
      } else if (isWhite(c)) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }

  /** The start of the word that {@code to} is in or after. */
  public static int wordStart(String text, int from, int to) {
    int i = to;
    while (i > from && !isSpace(text.charAt(i - 1))) {
      i--;
    }
    return i;
  }

  /** The end of the run of letters, digits and the like from {@code from} on. */
  public static int wordEnd(String text, int from, int end) {
    int i = from;
    while (i < end
        && (Character.isLetterOrDigit(text.charAt(i)) || "_-.".indexOf(text.charAt(i)) >= 0)) {
      i++;
    }
    return i;
  }

  /** Whether nothing but a comment starts at {@code at}. */
  public static boolean isNothing(String text, int at, int lineEnd) {
    return at >= lineEnd || text.charAt(at) == '#';
  }

  /** Whether the char at {@code at} ends something: a space or the line's end follows it. */
  public static boolean isLast(String text, int at, int lineEnd) {
    return at + 1 >= lineEnd || isSpace(text.charAt(at + 1));
  }

  public static boolean isDash(String text, int at, int lineEnd) {
    return at < lineEnd && text.charAt(at) == '-' && isLast(text, at, lineEnd);
  }

  /** Where the comment starts: a {@code #} at {@code from} or after a space; else the end. */
  public static int commentStart(String text, int from, int lineEnd) {
    int i = from;
    while (i < lineEnd && !(text.charAt(i) == '#' && (i == from || isSpace(text.charAt(i - 1))))) {
      i++;
    }
    return i;
  }

  /** Where plain text on a line ends: before a comment and the spaces before that. */
  public static int contentEnd(String text, int from, int lineEnd) {
    return trimmedEnd(text, from, commentStart(text, from, lineEnd));
  }

  /** Offset of the quote that closes the one at {@code at}, or -1. */
  public static int closingQuote(String text, int at, int end) {
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

  /** Offset of the colon that ends the key which starts at {@code from}, or -1. */
  public static int keyEnd(String text, int from, int lineEnd) {
    if (from >= lineEnd || isOpening(text.charAt(from))) {
      return -1;
    }
    if (isQuote(text.charAt(from))) {
      int close = closingQuote(text, from, lineEnd);
      int colon = close < 0 ? lineEnd : skipSpaces(text, close + 1, lineEnd);
      return colon < lineEnd && text.charAt(colon) == ':' ? colon : -1;
    }
    int end = commentStart(text, from, lineEnd);
    for (int i = from; i < end; i++) {
      if (text.charAt(i) == ':' && isLast(text, i, lineEnd)) {
        return i;
      }
    }
    return -1;
  }
}
