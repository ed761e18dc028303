package dev.wmllint.lsp.completion.propose;

import dev.wmllint.fix.Sketch;
import dev.wmllint.lsp.completion.template.TemplateFactory;
import java.util.Optional;

/**
 * One thing that may be written at the cursor. Proposals come in the order in which they are to be
 * shown.
 *
 * @param sortText orders like the list itself
 * @param preselect whether it is the one that is nearly always meant
 * @param topic what {@link CompletionEngine#documentation} is asked with; empty where nothing more
 *     can be said
 */
public record Proposal(
    Face face, Insertion insertion, String sortText, boolean preselect, Optional<Topic> topic) {
  /**
   * What is shown of it.
   *
   * @param label nearly always what the user would type
   * @param kind what sort of thing it is
   * @param description a few words beside the label, such as {@code 1 GPU}; may be empty
   * @param filterText what the text from the start of what is replaced to the cursor is compared
   *     with
   */
  public record Face(String label, ProposalKind kind, String description, String filterText) {
    static Face of(String label, ProposalKind kind, String description) {
      return new Face(label, kind, description, label);
    }

    /** A whole mapping, shown by its keys. */
    static Face of(TemplateFactory.Variant variant, String quote) {
      Sketch shown = variant.template();
      while (shown instanceof Sketch.Items items) {
        shown = items.items().get(0);
      }
      String keys =
          shown instanceof Sketch.Entries entries
              ? String.join(", ", entries.entries().keySet())
              : "";
      String label = variant.labelled(keys.isEmpty() ? "{}" : keys);
      return new Face(label, ProposalKind.SNIPPET, variant.description(), quote + label);
    }
  }

  /** The same, with another text for what is typed to be compared with. */
  Proposal comparedWith(String filterText) {
    Face other = new Face(face.label(), face.kind(), face.description(), filterText);
    return new Proposal(other, insertion, sortText, preselect, topic);
  }

  public String label() {
    return face.label();
  }
}
