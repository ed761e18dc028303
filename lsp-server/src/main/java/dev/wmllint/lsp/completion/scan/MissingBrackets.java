package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import java.util.ArrayDeque;
import java.util.Deque;

/** The closing brackets that are still to be typed, and where they would stand. */
final class MissingBrackets {
  private final String text;
  private final LineReader reader;
  private final LineIndex lines;
  private final int indent;
  private final Deque<Character> open = new ArrayDeque<>();

  private MissingBrackets(SourceText source, CursorSite site) {
    this.text = source.text();
    this.reader = LineReader.of(source);
    this.lines = source.lines();
    int column = -1;
    for (OpenCollection collection : site.open()) {
      if (collection.flow()) {
        open.push(collection.isMapping() ? '}' : ']');
        column = collection.column();
      }
    }
    this.indent = column;
  }

  /**
   * The text with all brackets closed that are open at a place in it.
   *
   * @param from after what is being typed there
   */
  static String close(SourceText source, CursorSite site, int from) {
    return new MissingBrackets(source, site).closedFrom(from);
  }

  private String closedFrom(int from) {
    int line = lines.lineOf(from);
    int content = from;
    int at = from;
    while (!open.isEmpty()) {
      int end = lines.endOf(line);
      content = readLine(at, end, content);
      line++;
      if (open.isEmpty()
          || line == lines.count()
          || FlowScanner.endsAt(reader.line(line), indent)) {
        break;
      }
      at = lines.startOf(line);
    }
    if (open.isEmpty()) {
      return text;
    }
    StringBuilder closing = new StringBuilder(" ");
    open.forEach(closing::append);
    return text.substring(0, content) + closing + text.substring(content);
  }

  /** Reads on to a line's end, or to the last bracket; returns the end of what is no comment. */
  private int readLine(int from, int end, int before) {
    int content = before;
    int at = from;
    while (at < end && !open.isEmpty()) {
      char c = text.charAt(at);
      boolean comment = c == '#' && (at == 0 || Chars.isSpace(text.charAt(at - 1)));
      if (comment) {
        return content;
      }
      if (Chars.isQuote(c)) {
        int close = Chars.closingQuote(text, at, end);
        at = close < 0 ? at : close;
      } else if (Chars.isOpening(c)) {
        open.push(c == '{' ? '}' : ']');
      } else if (Chars.isClosing(c)) {
        open.pop();
      }
      at++;
      content = Chars.isSpace(c) ? content : at;
    }
    return content;
  }
}
