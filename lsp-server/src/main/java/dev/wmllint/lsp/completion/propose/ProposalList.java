package dev.wmllint.lsp.completion.propose;

import dev.wmllint.lsp.completion.template.Template;
import dev.wmllint.lsp.completion.template.TemplateFactory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects proposals in their order; what would do the same a second time is left out. */
final class ProposalList {
  private final List<Proposal> proposals = new ArrayList<>();
  private final Set<Insertion> seen = new HashSet<>();

  /** What a proposal says of itself. */
  record Face(String label, ProposalKind kind, String description, String filterText) {
    static Face of(String label, ProposalKind kind, String description) {
      return new Face(label, kind, description, label);
    }

    /** A whole mapping, shown by its keys. */
    static Face of(TemplateFactory.Variant variant, String quote) {
      Template shown = variant.template();
      while (shown instanceof Template.Items items) {
        shown = items.items().get(0);
      }
      String keys =
          shown instanceof Template.Entries entries
              ? String.join(", ", entries.entries().keySet())
              : "";
      String label = variant.labelled(keys.isEmpty() ? "{}" : keys);
      return new Face(label, ProposalKind.SNIPPET, variant.description(), quote + label);
    }
  }

  void add(Face face, Insertion insertion, Optional<Topic> topic) {
    add(face, insertion, topic, false);
  }

  void add(Face face, Insertion insertion, Optional<Topic> topic, boolean preselect) {
    if (!seen.add(insertion)) {
      return;
    }
    proposals.add(
        new Proposal(
            face.label(),
            face.kind(),
            face.description(),
            insertion.text(),
            insertion.snippet(),
            insertion.replace(),
            insertion.additional(),
            face.filterText(),
            String.format("%04d", proposals.size()),
            preselect,
            topic));
  }

  List<Proposal> all() {
    return List.copyOf(proposals);
  }
}
