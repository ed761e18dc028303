package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarStyle;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import java.util.Optional;

/**
 * Reads a text from its start to the cursor, by lines and indents, and finds out what is open
 * there. Text that is not well-formed is read as people mean it while they type: a quote or bracket
 * that is not closed ends where the indent says so. Never fails, and reads every char once.
 */
public final class SiteScanner {
  /**
   * A quote that nothing closes for so long was forgotten: what is read twice has to stay small.
   */
  private static final int MAX_FOLDED = 10_000;

  private final SourceText source;
  private final String text;
  private final LineReader reader;
  private final LineIndex lines;
  private final int cursor;
  private final int cursorLine;
  private final OpenStack open = new OpenStack();
  private Optional<CursorToken> atCursor = Optional.empty();

  private SiteScanner(SourceText source, int cursor) {
    this.source = source;
    this.text = source.text();
    this.reader = LineReader.of(source);
    this.lines = source.lines();
    this.cursor = cursor;
    this.cursorLine = lines.lineOf(cursor);
  }

  /**
   * Looks for a place.
   *
   * @param cursor an offset in the text, or its end
   */
  public static CursorSite scan(SourceText source, int cursor) {
    SiteScanner scanner = new SiteScanner(source, cursor);
    int line = 0;
    while (scanner.atCursor.isEmpty() && line <= scanner.cursorLine) {
      line = scanner.readLine(line);
    }
    return new CursorSite(
        scanner.open.collections(), scanner.atCursor.orElseGet(CursorToken.None::new));
  }

  private void found(CursorToken what) {
    atCursor = atCursor.or(() -> Optional.of(what));
  }

  private void foundNothing() {
    found(new CursorToken.None());
  }

  /** Reads one line, or the lines of a value that goes on; returns the next line. */
  private int readLine(int number) {
    TextLine line = reader.line(number);
    boolean here = number == cursorLine;
    if (line.isBlank()) {
      if (here) {
        found(line(Span.at(cursor), false, false, Optional.empty()));
      }
      return number + 1;
    }
    if (comment(line.content(), line.end()) || isMarker(line)) {
      return number + 1;
    }
    if (here && cursor < line.content()) {
      foundNothing();
      return number + 1;
    }
    line.dashes().forEach(dash -> readDash(line, dash));
    int content = line.afterDashes();
    if (atCursor.isPresent() || content == line.end() || comment(content, line.end())) {
      return number + 1;
    }
    return readContent(number, line);
  }

  /** Whether the line separates documents, or is a directive for the reader. */
  private boolean isMarker(TextLine line) {
    if (line.isMarker()) {
      open.closeTo(0);
    }
    return line.isMarker() || text.charAt(line.start()) == '%';
  }

  private void readDash(TextLine line, int dash) {
    if (atCursor.isPresent()) {
      return;
    }
    open.item(dash - line.start(), dash);
    int next = Chars.skipSpaces(text, dash + 1, line.end());
    if (cursor > dash && cursor <= next && Chars.isNothing(text, next, line.end())) {
      found(line(Span.at(cursor), true, false, Optional.empty()));
    } else if (dash <= cursor && cursor < next) {
      foundNothing();
    }
  }

  /** Whether the cursor is at one of the offsets {@code from} to {@code to}, both included. */
  private boolean isHere(int from, int to) {
    return from <= cursor && cursor <= to;
  }

  private CursorToken line(
      Span word, boolean afterDash, boolean beforeColon, Optional<CursorScalar> continued) {
    int column = lines.position(word.start()).column();
    return new CursorToken.Line(column, word, afterDash, beforeColon, continued);
  }

  /** Whether a comment starts at {@code at}; the cursor in it is found. */
  private boolean comment(int at, int lineEnd) {
    if (at >= lineEnd || text.charAt(at) != '#') {
      return false;
    }
    if (isHere(at, lineEnd)) {
      found(after(at, lineEnd));
    }
    return true;
  }

  private int readContent(int number, TextLine line) {
    int at = line.afterDashes();
    boolean afterDash = line.startsItem();
    int colon = line.colon();
    if (colon >= 0) {
      Span key = Chars.trimmed(text, at, colon);
      if (isHere(at, colon)) {
        Span word = Chars.withoutQuotes(text, key);
        boolean inside = word.touches(cursor);
        found(inside ? line(word, afterDash, true, Optional.empty()) : new CursorToken.None());
        return number + 1;
      }
      open.key(at - line.start(), key);
      return readValue(number, colon + 1, line.end());
    }
    boolean awaited = open.awaitsValueAt(at - line.start(), afterDash);
    boolean bracket = Chars.isOpening(text.charAt(at));
    boolean quote = Chars.isQuote(text.charAt(at));
    if ((bracket && (awaited || open.isEmpty())) || (quote && awaited)) {
      return readValue(number, at, line.end());
    }
    if (number == cursorLine) {
      Span word = new Span(at, Chars.contentEnd(text, at, line.end()));
      if (cursor > word.end() || bracket) {
        found(after(word.end(), line.end()));
      } else if (quote && cursor == at) {
        foundNothing();
      } else {
        found(line(word, afterDash, false, Optional.empty()));
      }
      return number + 1;
    }
    return awaited ? readValue(number, at, line.end()) : number + 1;
  }

  /** Reads the value after a key, or one in a line of its own; returns the next line. */
  private int readValue(int line, int from, int lineEnd) {
    int at = Chars.skipProperties(text, Chars.skipSpaces(text, from, lineEnd), lineEnd);
    boolean nothing = Chars.isNothing(text, at, lineEnd);
    if (isHere(from, at) && (nothing || cursor < at)) {
      found(
          nothing
              ? new CursorToken.Value(CursorScalar.plain(Span.at(cursor)))
              : new CursorToken.None());
      return line + 1;
    }
    if (nothing) {
      comment(at, lineEnd);
      return line + 1;
    }
    open.hasValue();
    return switch (text.charAt(at)) {
      case '|', '>' -> readBlockScalar(line, at, lineEnd);
      case '{', '[' -> readFlow(at);
      case '"', '\'' -> readQuoted(line, at);
      default -> readPlain(line, at, lineEnd);
    };
  }

  private int readBlockScalar(int line, int at, int lineEnd) {
    if (isHere(at, lineEnd)) {
      found(after(Math.max(cursor, Chars.contentEnd(text, at, lineEnd)), lineEnd));
      return line + 1;
    }
    ScalarStyle style = text.charAt(at) == '|' ? ScalarStyle.LITERAL : ScalarStyle.FOLDED;
    int indent = open.column() + 1;
    boolean started = false;
    int next = line + 1;
    while (next < lines.count()) {
      TextLine inside = reader.line(next);
      boolean here = next == cursorLine;
      int column = inside.isBlank() && here ? cursor - inside.start() : inside.column();
      if (column < indent && (!inside.isBlank() || here)) {
        break;
      }
      if (here) {
        Span whole = new Span(lines.startOf(line + 1), inside.end());
        CursorScalar scalar = new CursorScalar(whole, whole, style, true);
        boolean last = started && Below.of(source, cursor).column() < indent;
        boolean indented = inside.isBlank() || inside.content() <= cursor;
        found(
            last
                ? continued(scalar, inside)
                : indented ? new CursorToken.Value(scalar) : new CursorToken.None());
        break;
      }
      if (!inside.isBlank() && !started) {
        // The first line has the indentation of all (YAML 1.2, chapter 8.1.1.1).
        indent = column;
        started = true;
      }
      next++;
    }
    return next;
  }

  private int readFlow(int at) {
    FlowScanner scanner = new FlowScanner(text, lines, cursor, open);
    int end = scanner.scan(at);
    scanner.atCursor().ifPresent(this::found);
    int line = lines.lineOf(end);
    if (line == cursorLine && end <= cursor) {
      found(after(end, lines.endOf(cursorLine)));
    }
    return end == lines.startOf(line) ? line : line + 1;
  }

  private int readQuoted(int line, int at) {
    char quote = text.charAt(at);
    int close = Chars.closingQuote(text, at, lines.endOf(line));
    if (close < 0) {
      close = Chars.closingQuote(text, at, endOfDeeperLines(line));
    }
    if (close < 0) {
      int end = lines.endOf(line);
      if (isHere(at + 1, end)) {
        Span typed = new Span(at, Math.max(cursor, Chars.wordEnd(text, cursor, end)));
        found(new CursorToken.Value(CursorScalar.quoted(quote, typed, false)));
      }
      return line + 1;
    }
    if (isHere(at + 1, close)) {
      Span span = new Span(at, close + 1);
      found(new CursorToken.Value(CursorScalar.quoted(quote, span, true)));
    }
    int last = lines.lineOf(close);
    if (last == cursorLine) {
      found(after(close + 1, lines.endOf(last)));
    }
    return last + 1;
  }

  /** The end of the lines that may belong to a value which starts in {@code line}. */
  private int endOfDeeperLines(int line) {
    int last = line;
    while (last + 1 < lines.count() && lines.endOf(last) - lines.startOf(line) < MAX_FOLDED) {
      TextLine next = reader.line(last + 1);
      if (!next.isBlank() && next.column() <= open.column()) {
        break;
      }
      last++;
    }
    return lines.endOf(last);
  }

  private int readPlain(int line, int at, int lineEnd) {
    int end = Chars.contentEnd(text, at, lineEnd);
    if (isHere(at, lineEnd)) {
      boolean inComment = cursor > end && Chars.skipSpaces(text, end, lineEnd) < lineEnd;
      Span typed = new Span(at, Math.max(end, cursor));
      found(inComment ? after(end, lineEnd) : new CursorToken.Value(CursorScalar.plain(typed)));
      return line + 1;
    }
    int next = line + 1;
    while (next < lines.count() && atCursor.isEmpty() && goesOnIn(next)) {
      if (next == cursorLine) {
        TextLine last = reader.line(next);
        int content = Math.max(cursor, last.spanOfContent().end());
        found(continued(CursorScalar.plain(new Span(at, content)), last));
      }
      next++;
    }
    return next;
  }

  /** Whether a plain scalar may go on in a line. */
  private boolean goesOnIn(int number) {
    TextLine line = reader.line(number);
    return line.isBlank()
        ? number != cursorLine || cursor - line.start() > open.column()
        : line.continues(open.column());
  }

  /** The cursor in a line that a scalar from further up may go on in, or that ends it. */
  private CursorToken continued(CursorScalar scalar, TextLine line) {
    int content = line.content();
    if (cursor < content && !line.isBlank()) {
      return new CursorToken.None();
    }
    int end = line.isNothing() ? line.end() : line.spanOfContent().end();
    Span word = line.isBlank() ? Span.at(cursor) : new Span(content, Math.max(cursor, end));
    return line(word, false, false, Optional.of(scalar));
  }

  /** What the cursor is in after a value that ended at {@code end}: a comment, or nothing. */
  private CursorToken after(int end, int lineEnd) {
    int hash = Chars.skipSpaces(text, end, lineEnd);
    boolean comment = hash < lineEnd && text.charAt(hash) == '#' && cursor > hash;
    return comment ? new CursorToken.Comment(new Span(hash, lineEnd)) : new CursorToken.None();
  }
}
