package dev.wmllint.yaml.lines;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;

/** The lines of a text as YAML may read them, well-formed or not. Lines count from 0. */
public record LineReader(String text, LineIndex lines) {
  public static LineReader of(SourceText source) {
    return new LineReader(source.text(), source.lines());
  }

  public TextLine line(int line) {
    return TextLine.of(text, lines.span(line));
  }

  /** The line of an offset; the last one for offsets after the text. */
  public TextLine at(int offset) {
    return line(lines.lineOf(Math.min(offset, text.length())));
  }

  /** The line of an offset as far as that offset, as though it ended there. */
  public TextLine upTo(int offset) {
    return TextLine.of(text, new Span(lines.startOf(lines.lineOf(offset)), offset));
  }

  /** The content of the line of an offset, without its comment. */
  public Span content(int offset) {
    return at(offset).spanOfContent();
  }

  /** A line without its comment and the spaces around; empty where nothing is left. */
  public Span contentOf(int line) {
    return line(line).spanOfContent();
  }

  /** The nearest line above that has more than a comment; -1 for none. */
  public int lineWithContentAbove(int line) {
    int above = line - 1;
    while (above >= 0 && line(above).isNothing()) {
      above--;
    }
    return above;
  }

  /** The nearest line below that has more than a comment; the number of lines for none. */
  public int lineWithContentBelow(int line) {
    int below = line + 1;
    while (below < lines.count() && line(below).isNothing()) {
      below++;
    }
    return below;
  }

  /**
   * The last line of what is below {@code first} and belongs to it: deeper lines, and list items in
   * the column of a key.
   */
  public int lastLineBelow(int first) {
    TextLine parent = line(first);
    int last = first;
    for (int i = lineWithContentBelow(first); i < lines.count(); i = lineWithContentBelow(i)) {
      TextLine line = line(i);
      boolean item = line.startsItem() && !parent.startsItem();
      if (line.column() < parent.column() || (line.column() == parent.column() && !item)) {
        break;
      }
      last = i;
    }
    return last;
  }

  /**
   * The end of the lines after a line that a block scalar has, which starts there: all that are
   * deeper than {@code column}, and blank ones.
   */
  public int endOfBlockScalar(int line, int column) {
    int next = line + 1;
    while (next < lines.count() && (line(next).isBlank() || line(next).column() > column)) {
      next++;
    }
    return next;
  }

  /**
   * Offset of the last char before {@code offset} that is neither space nor comment; -1 for none.
   */
  public int contentBefore(int offset) {
    int line = lines.lineOf(offset);
    int before = Chars.trimmedEnd(text, lines.startOf(line), offset) - 1;
    if (before >= lines.startOf(line)) {
      return before;
    }
    int above = lineWithContentAbove(line);
    return above < 0 ? -1 : contentOf(above).end() - 1;
  }

  /** The whole char at {@code at}, which may be two UTF-16 units; empty after the text. */
  public Span charAt(int at) {
    return at < text.length()
        ? new Span(at, at + Character.charCount(text.codePointAt(at)))
        : Span.at(text.length());
  }
}
