package dev.wmllint.lsp.completion;

import dev.wmllint.text.Span;

/**
 * The scalar that the cursor is in; empty where nothing is typed yet.
 *
 * @param span with its quotes
 * @param content without them
 * @param style how it is written
 * @param closed whether a quoted one has its closing quote
 */
record Token(Span span, Span content, Style style, boolean closed) {
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    BLOCK;

    boolean isQuoted() {
      return this == SINGLE_QUOTED || this == DOUBLE_QUOTED;
    }

    char quote() {
      return this == SINGLE_QUOTED ? '\'' : '"';
    }
  }

  static Token plain(Span span) {
    return new Token(span, span, Style.PLAIN, true);
  }
}
