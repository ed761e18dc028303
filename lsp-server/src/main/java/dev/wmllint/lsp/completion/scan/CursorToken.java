package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.Span;
import java.util.Optional;

/** What the cursor stands in, as the text around it tells; what it means is not known here. */
public sealed interface CursorToken {
  /**
   * The beginning of a line in block style, where a key may stand.
   *
   * @param column of the word, or of the cursor where there is none
   * @param word what is typed, without quotes; empty on a blank line
   * @param afterDash whether a list item starts in this line
   * @param beforeColon whether the word is a key already
   * @param continued the scalar above, plain or a block, that the line may go on with
   */
  record Line(
      int column,
      Span word,
      boolean afterDash,
      boolean beforeColon,
      Optional<CursorScalar> continued)
      implements CursorToken {}

  record Value(CursorScalar token) implements CursorToken {}

  /**
   * A key between brackets.
   *
   * @param beforeColon whether the token is a key already
   */
  record FlowKey(CursorScalar token, boolean beforeColon) implements CursorToken {}

  /**
   * A comment.
   *
   * @param span from its {@code #} to the end of the line
   */
  record Comment(Span span) implements CursorToken {}

  /** Nothing that could be completed. */
  record None() implements CursorToken {}
}
