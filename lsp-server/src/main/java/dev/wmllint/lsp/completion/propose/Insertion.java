package dev.wmllint.lsp.completion.propose;

import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import java.util.List;

/**
 * What accepting a proposal does to the text.
 *
 * @param text what takes the place of {@code replace}; line ends are those of the text around
 * @param snippet whether {@code text} is in the snippet syntax of LSP
 * @param replace what is typed already: within one line, and the cursor is in it or at its ends
 * @param additional edits elsewhere, none of them touching {@code replace} with a shared place of
 *     insertion; in text order
 */
public record Insertion(String text, boolean snippet, Span replace, List<Edit> additional) {
  public Insertion {
    additional = List.copyOf(additional);
  }

  static Insertion plain(String text, Span replace) {
    return new Insertion(text, false, replace, List.of());
  }
}
