package dev.wmllint.lsp.completion.propose;

import dev.wmllint.fix.Edit;
import dev.wmllint.text.Span;
import java.util.List;

/**
 * What accepting a proposal does to the text.
 *
 * @param text what takes the place of {@code replace}
 * @param snippet whether the text is in snippet syntax
 * @param additional edits elsewhere
 */
record Insertion(String text, boolean snippet, Span replace, List<Edit> additional) {
  static Insertion plain(String text, Span replace) {
    return new Insertion(text, false, replace, List.of());
  }
}
