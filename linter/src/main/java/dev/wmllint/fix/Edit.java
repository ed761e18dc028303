package dev.wmllint.fix;

import dev.wmllint.text.Span;

/**
 * Replaces the text under a span; an empty span inserts, an empty text removes.
 *
 * @param span in the text that the finding is about
 * @param text what stands there afterwards
 */
public record Edit(Span span, String text) {
  public static Edit insert(int offset, String text) {
    return new Edit(Span.at(offset), text);
  }

  public static Edit remove(Span span) {
    return new Edit(span, "");
  }
}
