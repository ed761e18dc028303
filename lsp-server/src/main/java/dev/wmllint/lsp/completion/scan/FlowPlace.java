package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.util.Optional;

/**
 * How a flow collection is written around the cursor.
 *
 * @param json whether keys and values are in double quotes
 * @param column of the lines of the collection, where it takes several
 * @param before what is inserted before the token to begin there
 * @param commaBefore where a comma is missing behind the entry before
 * @param next what stands behind the token
 */
public record FlowPlace(
    boolean json,
    Optional<Integer> column,
    String before,
    Optional<Integer> commaBefore,
    Next next) {

  public static FlowPlace of(SourceText source, CursorSite site, CursorScalar token, int unit) {
    String text = source.text();
    LineIndex lines = source.lines();
    int start = token.span().start();
    int lineStart = lines.startOf(lines.lineOf(start));
    int indent = Chars.skipBlanks(text, lineStart, start) - lineStart;
    boolean first = lineStart + indent == start;
    Optional<Integer> column = column(text, lines, site, token, unit);
    int behind = start;
    while (behind > 0 && Character.isWhitespace(text.charAt(behind - 1))) {
      behind--;
    }
    char last = behind == 0 ? '{' : text.charAt(behind - 1);
    boolean separated = "{[,:".indexOf(last) >= 0;
    boolean tight = behind == start && (last == ',' || last == ':');
    String before = tight ? " " : "";
    if (first && column.isPresent()) {
      before = " ".repeat(Math.max(0, column.get() - indent));
    }
    return new FlowPlace(
        isJson(text, site, source.name().endsWith(".json")),
        column.map(own -> first ? Math.max(own, indent) : indent),
        before,
        separated ? Optional.empty() : Optional.of(behind),
        next(source, site, token));
  }

  /** The column of the entries, when the collection's bracket stands in another line. */
  private static Optional<Integer> column(
      String text, LineIndex lines, CursorSite site, CursorScalar token, int unit) {
    int bracket = innermost(site).start();
    int bracketLine = lines.lineOf(bracket);
    if (bracketLine == lines.lineOf(token.span().start())) {
      return Optional.empty();
    }
    int entry = skipWhite(text, bracket + 1);
    boolean isEntry =
        entry < text.length()
            && "}]".indexOf(text.charAt(entry)) < 0
            && entry != token.span().start();
    if (isEntry && lines.lineOf(entry) != bracketLine) {
      return Optional.of(lines.position(entry).column());
    }
    int lineStart = lines.startOf(bracketLine);
    return Optional.of(Chars.skipBlanks(text, lineStart, bracket) - lineStart + unit);
  }

  private static OpenCollection innermost(CursorSite site) {
    return site.open().get(site.open().size() - 1);
  }

  /** What stands behind the token, up to the next comma or closing bracket. */
  public enum Next {
    NOTHING,
    /** The next key: a comma is missing before it. */
    KEY,
    /** The value itself, or something that is no key either. */
    VALUE
  }

  /** Not where a bracket was left open, so that the block around goes on. */
  private static Next next(SourceText source, CursorSite site, CursorScalar token) {
    String text = source.text();
    LineIndex lines = source.lines();
    int after = skipWhite(text, token.span().end());
    if (after == text.length() || ",}]:".indexOf(text.charAt(after)) >= 0) {
      return Next.NOTHING;
    }
    Span line = lines.span(lines.lineOf(after));
    boolean ownLine = Chars.skipBlanks(text, line.start(), after) == after;
    if (ownLine && after - line.start() <= innermost(site).column()) {
      return Next.NOTHING;
    }
    boolean isKey = Chars.keyEnd(text, after, line.end()) >= 0;
    return isKey ? Next.KEY : Next.VALUE;
  }

  private static int skipWhite(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** The innermost mapping with a key decides, or else the file's name. */
  private static boolean isJson(String text, CursorSite site, boolean jsonFile) {
    boolean json = jsonFile;
    for (OpenCollection collection : site.open()) {
      if (collection.flow() && collection.isMapping()) {
        int at = skipWhite(text, collection.start() + 1);
        char first = at < text.length() ? text.charAt(at) : '}';
        if (first == '"' || Character.isLetter(first)) {
          json = first == '"';
        }
      }
    }
    return json;
  }
}
