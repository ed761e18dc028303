package dev.wmllint.lsp.completion.propose;

import dev.wmllint.lsp.completion.propose.Proposal.Face;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects proposals in their order; what would do the same a second time is left out. */
final class ProposalList {
  private final List<Proposal> proposals = new ArrayList<>();
  private final Set<Insertion> seen = new HashSet<>();

  void add(Face face, Insertion insertion, Optional<Topic> topic) {
    add(face, insertion, topic, false);
  }

  void add(Face face, Insertion insertion, Optional<Topic> topic, boolean preselect) {
    if (seen.add(insertion)) {
      String sortText = String.format("%04d", proposals.size());
      proposals.add(new Proposal(face, insertion, sortText, preselect, topic));
    }
  }

  List<Proposal> all() {
    return List.copyOf(proposals);
  }
}
