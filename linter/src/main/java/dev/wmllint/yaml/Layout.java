package dev.wmllint.yaml;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;

/** A text by its lines, as somebody looks at it who searches a mistake. */
record Layout(String text, LineIndex lines) {
  /** The line of {@code at} without blanks around it and without a comment. */
  Span content(int at) {
    return contentOf(lines.lineOf(Math.min(at, text.length())));
  }

  /** A line without blanks around it and without a comment; empty where nothing is left. */
  Span contentOf(int line) {
    Span span = lines.span(line);
    int start = span.start();
    while (start < span.end() && isBlank(start)) {
      start++;
    }
    int end = start;
    while (end < span.end() && !(text.charAt(end) == '#' && (end == start || isBlank(end - 1)))) {
      end++;
    }
    while (end > start && isBlank(end - 1)) {
      end--;
    }
    return new Span(start, end);
  }

  /** Blanks before the content of a line. */
  int indentOf(int line) {
    return contentOf(line).start() - lines.startOf(line);
  }

  boolean isEmpty(int line) {
    return contentOf(line).isEmpty();
  }

  /** The nearest line above that has content; -1 for none. */
  int lineWithContentAbove(int line) {
    int above = line - 1;
    while (above >= 0 && isEmpty(above)) {
      above--;
    }
    return above;
  }

  /**
   * The last line of what hangs below {@code first}: deeper lines, and list items that are as deep
   * as a key is.
   */
  int lastLineBelow(int first) {
    int indent = indentOf(first);
    boolean item = startsItem(first);
    int last = first;
    for (int line = first + 1; line < lines.count(); line++) {
      if (isEmpty(line)) {
        continue;
      }
      int depth = indentOf(line);
      if (depth < indent || (depth == indent && (item || !startsItem(line)))) {
        break;
      }
      last = line;
    }
    return last;
  }

  /** Whether a line starts with a dash and a blank. */
  boolean startsItem(int line) {
    Span content = contentOf(line);
    return !content.isEmpty()
        && text.charAt(content.start()) == '-'
        && (content.length() == 1 || isBlank(content.start() + 1));
  }

  /** Offset of the {@code :} in a line that ends a key; -1 for none. */
  int colonOf(int line) {
    Span content = contentOf(line);
    for (int i = content.start(); i < content.end(); i++) {
      if (text.charAt(i) == ':' && (i + 1 == content.end() || isBlank(i + 1))) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Offset of the last char before {@code offset} that is neither blank nor comment; -1 for none.
   */
  int contentBefore(int offset) {
    int line = lines.lineOf(offset);
    for (int i = offset - 1; i >= lines.startOf(line); i--) {
      if (!isBlank(i)) {
        return i;
      }
    }
    int above = lineWithContentAbove(line);
    return above < 0 ? -1 : contentOf(above).end() - 1;
  }

  /** The whole char at {@code at}, which may be two UTF-16 units; empty behind the text. */
  Span charAt(int at) {
    return at < text.length()
        ? new Span(at, at + Character.charCount(text.codePointAt(at)))
        : Span.at(text.length());
  }

  boolean isBlank(int at) {
    return text.charAt(at) == ' ' || text.charAt(at) == '\t';
  }
}
