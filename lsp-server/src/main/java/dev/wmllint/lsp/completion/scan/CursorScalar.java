package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.ScalarStyle;

/**
 * The scalar that the cursor is in; empty where nothing is typed yet.
 *
 * @param span with its quotes
 * @param content without them
 * @param style how it is written
 * @param closed whether a quoted one has its closing quote
 */
public record CursorScalar(Span span, Span content, ScalarStyle style, boolean closed) {
  public static CursorScalar plain(Span span) {
    return new CursorScalar(span, span, ScalarStyle.PLAIN, true);
  }

  /** The text between quotes; {@code span} has no closing one where it is not closed. */
  static CursorScalar quoted(char quote, Span span, boolean closed) {
    ScalarStyle style = quote == '"' ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.SINGLE_QUOTED;
    Span content = new Span(span.start() + 1, closed ? span.end() - 1 : span.end());
    return new CursorScalar(span, content, style, closed);
  }

  /** The quote of a quoted one. */
  public String quote() {
    return style == ScalarStyle.SINGLE_QUOTED ? "'" : "\"";
  }
}
