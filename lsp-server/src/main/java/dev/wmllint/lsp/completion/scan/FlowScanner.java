package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import java.util.Optional;

/** Reads a flow collection, up to its closing bracket or to the cursor in it. */
final class FlowScanner {
  private final String text;
  private final LineReader reader;
  private final LineIndex lines;
  private final int cursor;
  private final OpenStack open;
  private Optional<CursorToken> atCursor = Optional.empty();

  FlowScanner(String text, LineIndex lines, int cursor, OpenStack open) {
    this.text = text;
    this.reader = new LineReader(text, lines);
    this.lines = lines;
    this.cursor = cursor;
    this.open = open;
  }

  Optional<CursorToken> atCursor() {
    return atCursor;
  }

  /**
   * Reads from an opening bracket on; returns the offset after the collection. One that is not
   * closed ends where a line is indented no deeper than the block around it.
   */
  int scan(int from) {
    int depth = open.depth();
    int indent = open.column();
    int at = from;
    while (at < text.length() && atCursor.isEmpty()) {
      char c = text.charAt(at);
      if (c == '{' || c == '[') {
        open.bracket(c, at);
        at++;
      } else if (c == '}' || c == ']') {
        open.closeTo(Math.max(depth, open.depth() - 1));
        at++;
        if (open.depth() == depth) {
          return at;
        }
      } else if (c == ',') {
        open.comma();
        at++;
      } else if (c == ':' && isColon(at)) {
        open.flowKey(Span.at(at));
        at++;
      } else if (Chars.isWhite(c) || isComment(at)) {
        at = skipTrivia(at, indent);
        if (at < 0) {
          open.closeTo(depth);
          return -at - 1;
        }
        continue;
      } else {
        at = readToken(at);
        continue;
      }
      gap(at);
    }
    if (atCursor.isEmpty() && cursor == text.length() && at == cursor) {
      found(CursorScalar.plain(Span.at(cursor)), false);
    }
    return at;
  }

  /** The cursor directly after a token, where no word starts. */
  private void gap(int at) {
    if (atCursor.isEmpty() && cursor == at && !isWordStart(at)) {
      found(CursorScalar.plain(Span.at(at)), false);
    }
  }

  private boolean isWordStart(int at) {
    return at < text.length() && "{}[],:\"' \t\r\n".indexOf(text.charAt(at)) < 0 && !isComment(at);
  }

  private boolean isComment(int at) {
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    return text.charAt(at) == '#' && Chars.isWhite(before);
  }

  /** Passes over spaces, line ends and comments; {@code -offset - 1} where the collection ends. */
  private int skipTrivia(int from, int indent) {
    int at = from;
    while (at < text.length() && atCursor.isEmpty()) {
      char c = text.charAt(at);
      if (isComment(at)) {
        int end = lines.endOf(lines.lineOf(at));
        if (at < cursor && cursor <= end) {
          atCursor = Optional.of(new CursorToken.Comment(new Span(at, end)));
        }
        at = end;
      } else if (Chars.isLineEnd(c)) {
        gap(at);
        int line = lines.lineOf(at) + 1;
        int start = lines.startOf(line);
        if (atCursor.isEmpty() && endsAt(line, indent)) {
          return -start - 1;
        }
        at = start;
      } else if (Chars.isSpace(c)) {
        gap(at);
        at++;
      } else {
        break;
      }
    }
    if (at < text.length()) {
      gap(at);
    }
    return at;
  }

  private boolean endsAt(int number, int indent) {
    TextLine line = reader.line(number);
    // On a blank line the cursor itself says what is meant.
    boolean here = lines.lineOf(cursor) == number;
    return line.isBlank() ? here && cursor - line.start() <= indent : endsAt(line, indent);
  }

  /** Whether a line is outside the brackets: no deeper than the block that they are in. */
  static boolean endsAt(TextLine line, int indent) {
    return !line.isBlank()
        && line.column() <= indent
        && "#}]".indexOf(line.text().charAt(line.content())) < 0;
  }

  private boolean isColon(int at) {
    return at + 1 == text.length() || " \t\r\n,[]{}\"'".indexOf(text.charAt(at + 1)) >= 0;
  }

  private int readToken(int at) {
    char c = text.charAt(at);
    int lineEnd = lines.endOf(lines.lineOf(at));
    boolean quoted = Chars.isQuote(c);
    CursorScalar token;
    if (quoted) {
      int close = closingQuote(at, lineEnd);
      int last = close < 0 ? unclosedEnd(at, lineEnd) : close + 1;
      token = CursorScalar.quoted(c, new Span(at, last), close >= 0);
    } else {
      token = CursorScalar.plain(new Span(at, plainEnd(at, lineEnd)));
    }
    int end = token.span().end();
    int colon = colonBehind(end);
    boolean key = open.isMapping() && (!open.awaitsValue() || (quoted && colon >= 0));
    boolean inside =
        quoted ? at < cursor && cursor <= token.content().end() : at <= cursor && cursor <= end;
    if (inside) {
      CursorScalar typed = quoted ? token : typed(token, key);
      found(typed, key && colon >= 0 && typed.span().end() == end);
      return end;
    }
    if (key && colon >= 0) {
      open.flowKey(token.span());
      gap(colon + 1);
      return colon + 1;
    }
    if (open.isMapping()) {
      open.hasValue();
    } else {
      open.flowItem(at);
    }
    return end;
  }

  /**
   * What is being typed at the cursor, where it runs into what follows: a key is one word, and a
   * quote begins the next key.
   */
  private CursorScalar typed(CursorScalar token, boolean key) {
    Span span = token.span();
    int quote = text.indexOf('"', cursor);
    if (!key && (quote < 0 || quote >= span.end())) {
      return token;
    }
    int start = key ? Chars.wordStart(text, span.start(), cursor) : span.start();
    int end = cursor;
    while (end < span.end() && !Chars.isSpace(text.charAt(end)) && text.charAt(end) != '"') {
      end++;
    }
    return CursorScalar.plain(new Span(start, end));
  }

  /** None where the quote that comes next opens a word: what the cursor is in has no other half. */
  private int closingQuote(int at, int lineEnd) {
    int close = Chars.closingQuote(text, at, lineEnd);
    boolean opens = close >= 0 && Chars.wordEnd(text, close + 1, lineEnd) > close + 1;
    return opens && at < cursor && cursor <= close ? -1 : close;
  }

  /** A quote without its other half, while that is being typed, holds what the cursor is in. */
  private int unclosedEnd(int at, int lineEnd) {
    int from = at < cursor && cursor <= lineEnd ? cursor : at + 1;
    return Chars.wordEnd(text, from, lineEnd);
  }

  private int plainEnd(int from, int lineEnd) {
    int i = from;
    while (i < lineEnd) {
      char c = text.charAt(i);
      boolean ends = ",[]{}".indexOf(c) >= 0 || (c == ':' && isColon(i)) || isComment(i);
      if (ends && i > from) {
        break;
      }
      i++;
    }
    return Math.max(from + 1, Chars.trimmedEnd(text, from, i));
  }

  private int colonBehind(int end) {
    int at = Chars.skipSpaces(text, end, text.length());
    return at < text.length() && text.charAt(at) == ':' ? at : -1;
  }

  private void found(CursorScalar token, boolean beforeColon) {
    if (atCursor.isEmpty()) {
      boolean value = open.awaitsValue() || !open.isMapping();
      atCursor =
          Optional.of(
              value ? new CursorToken.Value(token) : new CursorToken.FlowKey(token, beforeColon));
    }
  }
}
