package dev.wmllint.lsp.completion.propose;

import dev.wmllint.fix.Edit;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * One thing that may be written at the cursor. Proposals come in the order in which they are to be
 * shown.
 *
 * @param label what is shown, and nearly always what the user would type
 * @param kind what sort of thing it is
 * @param description a few words beside the label, such as {@code 1 GPU}; may be empty
 * @param insertText what takes the place of {@code replace}; line ends are those of the text
 * @param snippet whether {@code insertText} is in the snippet syntax of LSP
 * @param replace what is typed already: within one line, and the cursor is in it or at its ends
 * @param additionalEdits elsewhere, none of them touching {@code replace} with a shared place of
 *     insertion; in text order
 * @param filterText what the text from the start of {@code replace} to the cursor is compared with
 * @param sortText orders like the list itself
 * @param preselect whether it is the one that is nearly always meant
 * @param topic what {@link CompletionEngine#documentation} is asked with; empty where nothing more
 *     can be said
 */
public record Proposal(
    String label,
    ProposalKind kind,
    String description,
    String insertText,
    boolean snippet,
    Span replace,
    List<Edit> additionalEdits,
    String filterText,
    String sortText,
    boolean preselect,
    Optional<Topic> topic) {
  public Proposal {
    additionalEdits = List.copyOf(additionalEdits);
  }
}
