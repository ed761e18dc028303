package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.util.Optional;

/**
 * Reads a text from its start to the cursor, by lines and indents, and tells what is open there.
 * Text that is not well-formed is read as people mean it while they type: a quote or bracket that
 * is not closed ends where the indent says so. Never fails, and reads every char once.
 */
public final class SiteScanner {
  /**
   * A quote that nothing closes for so long was forgotten: what is read twice has to stay small.
   */
  private static final int MAX_FOLDED = 10_000;

  private final SourceText source;
  private final String text;
  private final LineIndex lines;
  private final int cursor;
  private final int cursorLine;
  private final OpenStack open = new OpenStack();
  private Optional<CursorToken> atCursor = Optional.empty();

  private SiteScanner(SourceText source, int cursor) {
    this.source = source;
    this.text = source.text();
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
    if (atCursor.isEmpty()) {
      atCursor = Optional.of(what);
    }
  }

  /** Reads one line, or the lines of a value that goes on; returns the next line. */
  private int readLine(int line) {
    Span span = lines.span(line);
    int at = Chars.skipBlanks(text, span.start(), span.end());
    boolean here = line == cursorLine;
    if (at == span.end()) {
      if (here) {
        found(line(Span.at(cursor), false, false, Optional.empty()));
      }
      return line + 1;
    }
    if (comment(at, span.end()) || isMarker(span)) {
      return line + 1;
    }
    if (here && cursor < at) {
      found(new CursorToken.None());
      return line + 1;
    }
    int content = readDashes(span, at);
    if (atCursor.isPresent() || content == span.end() || comment(content, span.end())) {
      return line + 1;
    }
    return readContent(line, content, content > at, span);
  }

  /** Whether the line separates documents, or is a directive for the reader. */
  private boolean isMarker(Span line) {
    boolean separates = Chars.isMarker(text, line);
    if (separates) {
      open.clear();
    }
    return separates || text.charAt(line.start()) == '%';
  }

  /** Opens a list for each dash that the line starts with; returns the offset behind them. */
  private int readDashes(Span line, int from) {
    int at = from;
    while (Chars.isDash(text, at, line.end())) {
      open.item(at - line.start(), at);
      int next = Chars.skipBlanks(text, at + 1, line.end());
      boolean between = isHere(at, next) && cursor > at;
      boolean nothing = next == line.end() || text.charAt(next) == '#';
      if (isHere(at, at) || (between && !nothing && cursor < next)) {
        found(new CursorToken.None());
      } else if (between && nothing) {
        found(line(Span.at(cursor), true, false, Optional.empty()));
      }
      at = next;
    }
    return at;
  }

  /** Whether the cursor stands at one of the offsets {@code from} to {@code to}, both included. */
  private boolean isHere(int from, int to) {
    return from <= cursor && cursor <= to;
  }

  private CursorToken line(
      Span word, boolean afterDash, boolean beforeColon, Optional<CursorScalar> continued) {
    int column = word.start() - lines.startOf(lines.lineOf(word.start()));
    return new CursorToken.Line(column, word, afterDash, beforeColon, continued);
  }

  /** Whether a comment starts at {@code at}; the cursor in it is found. */
  private boolean comment(int at, int lineEnd) {
    if (at >= lineEnd || text.charAt(at) != '#') {
      return false;
    }
    if (isHere(at, lineEnd)) {
      found(cursor > at ? new CursorToken.Comment(new Span(at, lineEnd)) : new CursorToken.None());
    }
    return true;
  }

  private int readContent(int line, int at, boolean afterDash, Span span) {
    int column = at - span.start();
    int colon = Chars.keyEnd(text, at, span.end());
    if (colon >= 0) {
      int end = Chars.trimmedEnd(text, at, colon);
      if (isHere(at, colon)) {
        Span word = Chars.withoutQuotes(text, new Span(at, end));
        boolean inside = word.start() <= cursor && cursor <= word.end();
        found(inside ? line(word, afterDash, true, Optional.empty()) : new CursorToken.None());
        return line + 1;
      }
      open.key(column, new Span(at, end));
      return readValue(line, colon + 1, span.end());
    }
    boolean awaited = open.awaitsValueAt(column, afterDash);
    char first = text.charAt(at);
    boolean bracket = first == '{' || first == '[';
    boolean quote = first == '"' || first == '\'';
    if ((bracket && (awaited || open.isEmpty())) || (quote && awaited)) {
      return readValue(line, at, span.end());
    }
    if (line == cursorLine) {
      int end = Chars.contentEnd(text, at, span.end());
      if (cursor <= end && !bracket) {
        boolean before = quote && cursor == at;
        Span word = new Span(at, end);
        found(before ? new CursorToken.None() : line(word, afterDash, false, Optional.empty()));
      } else {
        found(behind(end, span.end()));
      }
      return line + 1;
    }
    return awaited ? readValue(line, at, span.end()) : line + 1;
  }

  /** Reads the value behind a key, or one in a line of its own; returns the next line. */
  private int readValue(int line, int from, int lineEnd) {
    int at = skipProperties(Chars.skipBlanks(text, from, lineEnd), lineEnd);
    boolean nothing = at == lineEnd || text.charAt(at) == '#';
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

  /** Passes over an anchor and a tag. */
  private int skipProperties(int from, int end) {
    int at = from;
    while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < end && !Chars.isBlank(text.charAt(at))) {
        at++;
      }
      at = Chars.skipBlanks(text, at, end);
    }
    return at;
  }

  private int readBlockScalar(int line, int at, int lineEnd) {
    if (isHere(at, lineEnd)) {
      found(behind(Math.max(cursor, Chars.contentEnd(text, at, lineEnd)), lineEnd));
      return line + 1;
    }
    int indent = open.column() + 1;
    boolean started = false;
    int next = line + 1;
    while (next < lines.count()) {
      Span span = lines.span(next);
      int content = Chars.skipBlanks(text, span.start(), span.end());
      boolean blank = content == span.end();
      boolean here = next == cursorLine;
      int column = (blank && here ? cursor : content) - span.start();
      if (column < indent && (!blank || here)) {
        break;
      }
      if (here) {
        Span whole = new Span(lines.startOf(line + 1), span.end());
        CursorScalar token = new CursorScalar(whole, whole, CursorScalar.Style.BLOCK, true);
        boolean last = started && Below.of(source, cursor).column() < indent;
        found(last ? continued(token, span) : inside(token, content, blank));
        break;
      }
      if (!blank && !started) {
        // The first line tells the indentation of all (YAML 1.2, chapter 8.1.1.1).
        indent = column;
        started = true;
      }
      next++;
    }
    return next;
  }

  private CursorToken inside(CursorScalar block, int content, boolean blank) {
    return blank || content <= cursor ? new CursorToken.Value(block) : new CursorToken.None();
  }

  private int readFlow(int at) {
    FlowScanner scanner = new FlowScanner(text, lines, cursor, open);
    int behind = scanner.scan(at);
    scanner.atCursor().ifPresent(this::found);
    if (atCursor.isEmpty() && lines.lineOf(behind) == cursorLine && behind <= cursor) {
      found(behind(behind, lines.endOf(cursorLine)));
    }
    int line = lines.lineOf(behind);
    return behind == lines.startOf(line) ? line : line + 1;
  }

  private int readQuoted(int line, int at) {
    CursorScalar.Style style =
        text.charAt(at) == '"'
            ? CursorScalar.Style.DOUBLE_QUOTED
            : CursorScalar.Style.SINGLE_QUOTED;
    int close = Chars.closingQuote(text, at, lines.endOf(line));
    if (close < 0) {
      close = Chars.closingQuote(text, at, endOfDeeperLines(line));
    }
    if (close < 0) {
      int end = lines.endOf(line);
      if (isHere(at + 1, end)) {
        int stop = Math.max(cursor, Chars.wordEnd(text, cursor, end));
        Span content = new Span(at + 1, stop);
        found(new CursorToken.Value(new CursorScalar(new Span(at, stop), content, style, false)));
      }
      return line + 1;
    }
    if (isHere(at + 1, close)) {
      Span content = new Span(at + 1, close);
      found(new CursorToken.Value(new CursorScalar(new Span(at, close + 1), content, style, true)));
    }
    int last = lines.lineOf(close);
    if (last == cursorLine) {
      found(behind(close + 1, lines.endOf(last)));
    }
    return last + 1;
  }

  /** The end of the lines that may belong to a value which starts in {@code line}. */
  private int endOfDeeperLines(int line) {
    int last = line;
    while (last + 1 < lines.count() && lines.endOf(last) - lines.startOf(line) < MAX_FOLDED) {
      Span span = lines.span(last + 1);
      int at = Chars.skipBlanks(text, span.start(), span.end());
      if (at < span.end() && at - span.start() <= open.column()) {
        break;
      }
      last++;
    }
    return lines.endOf(last);
  }

  private int readPlain(int line, int at, int lineEnd) {
    int end = Chars.contentEnd(text, at, lineEnd);
    if (isHere(at, lineEnd)) {
      boolean inComment = cursor > end && Chars.skipBlanks(text, end, lineEnd) < lineEnd;
      found(
          inComment
              ? behind(end, lineEnd)
              : new CursorToken.Value(CursorScalar.plain(new Span(at, Math.max(end, cursor)))));
      return line + 1;
    }
    int next = line + 1;
    while (next < lines.count() && atCursor.isEmpty() && goesOnIn(next)) {
      if (next == cursorLine) {
        Span last = lines.span(next);
        int content = Math.max(cursor, Chars.contentEnd(text, last.start(), last.end()));
        found(continued(CursorScalar.plain(new Span(at, content)), last));
      }
      next++;
    }
    return next;
  }

  /** Whether a plain scalar may go on in a line: deeper, and no key, item or comment. */
  private boolean goesOnIn(int line) {
    Span span = lines.span(line);
    int content = Chars.skipBlanks(text, span.start(), span.end());
    if (content == span.end()) {
      return line != cursorLine || cursor - span.start() > open.column();
    }
    return content - span.start() > open.column()
        && text.charAt(content) != '#'
        && !Chars.isDash(text, content, span.end())
        && Chars.keyEnd(text, content, span.end()) < 0;
  }

  /** The cursor in a line that a scalar from further up may go on in, or that ends it. */
  private CursorToken continued(CursorScalar scalar, Span line) {
    int content = Chars.skipBlanks(text, line.start(), line.end());
    if (cursor < content && content < line.end()) {
      return new CursorToken.None();
    }
    Span word =
        content == line.end()
            ? Span.at(cursor)
            : new Span(content, Math.max(cursor, Chars.contentEnd(text, content, line.end())));
    return line(word, false, false, Optional.of(scalar));
  }

  /** What the cursor stands in behind a value that ended at {@code end}: a comment, or nothing. */
  private CursorToken behind(int end, int lineEnd) {
    int hash = Chars.skipBlanks(text, end, lineEnd);
    boolean comment = hash < lineEnd && text.charAt(hash) == '#' && cursor > hash;
    return comment ? new CursorToken.Comment(new Span(hash, lineEnd)) : new CursorToken.None();
  }
}
