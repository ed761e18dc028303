package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.Span;

/**
 * The scalar that the cursor is in; empty where nothing is typed yet.
 *
 * @param span with its quotes
 * @param content without them
 * @param style how it is written
 * @param closed whether a quoted one has its closing quote
 */
public record CursorScalar(Span span, Span content, Style style, boolean closed) {
  public enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    BLOCK;

    public boolean isQuoted() {
      return this == SINGLE_QUOTED || this == DOUBLE_QUOTED;
    }

    public char quote() {
      return this == SINGLE_QUOTED ? '\'' : '"';
    }
  }

  public static CursorScalar plain(Span span) {
    return new CursorScalar(span, span, Style.PLAIN, true);
  }
}
