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

  /**
   * The proposals. Each is compared with what is typed until the last character of a value is: what
   * is complete is proposed no more, so that Enter ends the line, as was meant, and does not accept
   * the same value, or a longer one. (Editors compare by themselves as the user types on.)
   */
  List<Proposal> all() {
    Set<String> complete = new HashSet<>();
    for (Proposal proposal : proposals) {
      if (isComplete(proposal)) {
        complete.add(proposal.face().filterText());
      }
    }
    return proposals.stream()
        .map(one -> isComplete(one) ? one.comparedWith(beforeEnd(one, complete)) : one)
        .toList();
  }

  /** Whether a line may end after it. */
  private static boolean isComplete(Proposal proposal) {
    return switch (proposal.face().kind()) {
      case VALUE, EXAMPLE, FILE, MODULE, VARIABLE, RULE -> true;
      case KEY, SNIPPET, FOLDER, DIRECTIVE -> false;
    };
  }

  /** A proposal's text up to the last character of the first complete one that it begins with. */
  private static String beforeEnd(Proposal proposal, Set<String> complete) {
    String text = proposal.face().filterText();
    int end = 1;
    while (end < text.length() && !complete.contains(text.substring(0, end))) {
      end++;
    }
    return text.substring(0, end - 1);
  }
}
