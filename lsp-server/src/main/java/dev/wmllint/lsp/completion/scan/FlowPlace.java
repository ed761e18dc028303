package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import java.util.List;
import java.util.Optional;

/**
 * How a flow collection is written around the cursor.
 *
 * @param json whether keys and values are in double quotes
 * @param column of the lines of the collection, where it takes several
 * @param before what is inserted before the token to begin there
 * @param commaBefore where a comma is missing last the entry before
 * @param next what is after the token
 */
public record FlowPlace(
    boolean json,
    Optional<Integer> column,
    String before,
    Optional<Integer> commaBefore,
    Next next) {

  public static FlowPlace of(SourceText source, CursorSite site, CursorScalar token, int unit) {
    String text = source.text();
    int start = token.span().start();
    TextLine before = LineReader.of(source).upTo(start);
    int indent = before.column();
    boolean first = before.isBlank();
    Optional<Integer> column = column(source, site, token, unit);
    int end = start;
    while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    char last = end == 0 ? '{' : text.charAt(end - 1);
    boolean separated = "{[,:".indexOf(last) >= 0;
    boolean tight = end == start && (last == ',' || last == ':');
    String missing = tight ? " " : "";
    if (first && column.isPresent()) {
      missing = " ".repeat(Math.max(0, column.get() - indent));
    }
    return new FlowPlace(
        isJson(text, site, source.name().endsWith(".json")),
        column.map(own -> first ? Math.max(own, indent) : indent),
        missing,
        separated ? Optional.empty() : Optional.of(end),
        next(source, site, token));
  }

  /** The column of the entries, when the collection's bracket stands in another line. */
  private static Optional<Integer> column(
      SourceText source, CursorSite site, CursorScalar token, int unit) {
    String text = source.text();
    LineIndex lines = source.lines();
    int bracket = site.innermost().start();
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
    return Optional.of(LineReader.of(source).upTo(bracket).column() + unit);
  }

  /** What is after the token, up to the next comma or closing bracket. */
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
    int after = skipWhite(text, token.span().end());
    if (after == text.length() || ",}]:".indexOf(text.charAt(after)) >= 0) {
      return Next.NOTHING;
    }
    TextLine line = LineReader.of(source).at(after);
    if (line.content() == after && line.column() <= site.innermost().column()) {
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

  /** In a file of JSON all is; elsewhere the innermost mapping with a key decides. */
  private static boolean isJson(String text, CursorSite site, boolean jsonFile) {
    boolean json = jsonFile;
    for (OpenCollection collection : jsonFile ? List.<OpenCollection>of() : site.open()) {
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
