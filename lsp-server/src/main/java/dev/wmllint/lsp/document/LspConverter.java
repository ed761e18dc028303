package dev.wmllint.lsp.document;

import dev.wmllint.text.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.List;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/**
 * From the linter's offsets to the client's positions, and back: the only place that makes ranges
 * of the protocol. Made for one text, used by one thread at a time.
 *
 * <p>Whatever a client sends is taken for a place in the text: lines and columns outside of it mean
 * its ends, as the protocol has it for columns.
 */
public final class LspConverter {
  private final String text;
  private final LineIndex lines;
  private final PositionEncoding encoding;
  private final int mark;

  /** Where the last position was, so that a long line is not counted again for each one in it. */
  private int knownOffset;

  private int knownColumn;

  /**
   * Converts for a text.
   *
   * @param text as the client holds it
   * @param lines of that text
   * @param mark chars at its start that the linter does not count: a byte order mark
   */
  LspConverter(String text, LineIndex lines, int mark, PositionEncoding encoding) {
    this.text = text;
    this.lines = lines;
    this.mark = mark;
    this.encoding = encoding;
  }

  /** The position of an offset that the linter counts. */
  public Position position(int offset) {
    int at = Math.min(Math.max(offset, 0) + mark, text.length());
    int line = lines.lineOf(at);
    return new Position(line, column(lines.startOf(line), at));
  }

  public Range range(Span span) {
    return new Range(position(span.start()), position(span.end()));
  }

  /** The start of any file. */
  public static Range startOfFile() {
    return startOfLine(0);
  }

  /** The start of a line of any file. */
  public static Range startOfLine(int line) {
    return new Range(new Position(line, 0), new Position(line, 0));
  }

  public List<TextEdit> edits(List<Edit> edits) {
    return edits.stream().map(edit -> new TextEdit(range(edit.span()), edit.text())).toList();
  }

  /** The linter's offset of a client's position. */
  public int offset(Position position) {
    if (position.getLine() < 0) {
      return 0;
    }
    if (position.getLine() >= lines.count()) {
      return text.length() - mark;
    }
    Span line = lines.span(position.getLine());
    return Math.max(0, offsetIn(line, Math.max(0, position.getCharacter())) - mark);
  }

  /**
   * An edit at a cursor, which it must touch, also where that is before a byte order mark: the mark
   * has to stay.
   */
  public TextEdit editAt(Position cursor, Span replaced, String inserted) {
    return isBeforeMark(cursor)
        ? new TextEdit(
            new Range(new Position(0, 0), position(replaced.end())),
            text.substring(0, mark) + inserted)
        : new TextEdit(range(replaced), inserted);
  }

  /** All of the text, with a byte order mark. */
  public Range whole() {
    return new Range(startOfFile().getStart(), position(text.length()));
  }

  /** Whether a position is before a byte order mark, where the linter's text has not begun. */
  public boolean isBeforeMark(Position position) {
    return mark > 0
        && position.getLine() == 0
        && position.getCharacter() < position(0).getCharacter();
  }

  /** The linter's span of a client's range; one that ends before it starts is turned. */
  public Span span(Range range) {
    int one = offset(range.getStart());
    int other = offset(range.getEnd());
    return new Span(Math.min(one, other), Math.max(one, other));
  }

  private int column(int lineStart, int at) {
    if (encoding == PositionEncoding.UTF_16) {
      return at - lineStart;
    }
    boolean resumes = knownOffset >= lineStart && knownOffset <= at;
    int offset = resumes ? knownOffset : lineStart;
    int column = resumes && offset > lineStart ? knownColumn : 0;
    while (offset < at) {
      int chars = Character.charCount(text.codePointAt(offset));
      if (offset + chars > at) {
        // in the middle of a character, which has no column of its own
        break;
      }
      column += bytes(text.codePointAt(offset));
      offset += chars;
    }
    knownOffset = offset;
    knownColumn = column;
    return column;
  }

  private int offsetIn(Span line, int column) {
    if (encoding == PositionEncoding.UTF_16) {
      return line.start() + Math.min(column, line.length());
    }
    int offset = line.start();
    int left = column;
    while (offset < line.end() && left > 0) {
      int chars = Character.charCount(text.codePointAt(offset));
      left -= bytes(text.codePointAt(offset));
      if (left < 0) {
        break;
      }
      offset += chars;
    }
    return offset;
  }

  /** In UTF-8; a lone surrogate counts as what replaces it. */
  private static int bytes(int codePoint) {
    if (codePoint < 0x80) {
      return 1;
    }
    return codePoint < 0x800 ? 2 : Character.charCount(codePoint) + 2;
  }
}
