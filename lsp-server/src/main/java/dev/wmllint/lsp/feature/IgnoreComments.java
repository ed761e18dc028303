package dev.wmllint.lsp.feature;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.fix.Fix;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.suppress.Directive;
import dev.wmllint.text.LineIndex;
import dev.wmllint.yaml.ManifestDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the comments that silence findings. Each was tried out before it is offered: it must hide
 * the finding, and leave the rest of the text as it was read. However many findings there are, the
 * text is read again once.
 */
final class IgnoreComments {
  private static final Set<String> ABOUT_COMMENTS =
      Set.of("unused-suppression", "invalid-suppression");

  private final boolean possible;
  private final ManifestDocument tree;
  private final LineIndex lines;

  /** The comments that are there already: by their lines, and the first for the whole file. */
  private final Map<Integer, Directive.Ignore> above = new HashMap<>();

  private Optional<Directive.Ignore> ofFile = Optional.empty();
  private final KeyLines keys;
  private final IgnoreTrials trials;

  /**
   * For some findings of a document.
   *
   * @param findings all that will be asked for
   */
  IgnoreComments(DocumentSnapshot snapshot, List<Diagnostic> findings) {
    // JSON has no comments.
    this.possible = !snapshot.document().isJson();
    this.tree = snapshot.tree();
    this.lines = tree.lines();
    this.keys = new KeyLines(tree);
    Directive.of(tree).forEach(this::remember);
    Set<IgnorePlace> places = new LinkedHashSet<>();
    for (Diagnostic finding : findings) {
      if (isPossible(finding)) {
        places.add(top());
        places.addAll(around(finding));
      }
    }
    this.trials = new IgnoreTrials(tree, places);
  }

  private void remember(Directive directive) {
    if (directive instanceof Directive.Ignore ignore && ignore.file()) {
      ofFile = ofFile.or(() -> Optional.of(ignore));
    } else if (directive instanceof Directive.Ignore ignore && ignore.comment().ownLine()) {
      above.putIfAbsent(lines.lineOf(ignore.span().start()) + 1, ignore);
    }
  }

  /** A comment above the finding's line, or above the key that it stands under. */
  Optional<Fix> here(Diagnostic finding) {
    return around(finding).stream()
        .filter(place -> trials.hides(place, finding))
        .findFirst()
        .map(place -> fix("here", place, finding));
  }

  /** A comment at the top of the file. */
  Optional<Fix> inFile(Diagnostic finding) {
    return trials.hides(top(), finding) && isPossible(finding)
        ? Optional.of(fix("in this file", top(), finding))
        : Optional.empty();
  }

  private static Fix fix(String where, IgnorePlace place, Diagnostic finding) {
    String rule = finding.rule().value();
    return Fix.safe("ignore " + rule + " " + where, place.edit(rule));
  }

  private boolean isPossible(Diagnostic finding) {
    return possible && !ABOUT_COMMENTS.contains(finding.rule().value());
  }

  private IgnorePlace top() {
    return ofFile
        .map(IgnoreComments::in)
        .orElseGet(
            () -> new IgnorePlace(0, "# wml-lint: ignore-file[", "]" + tree.source().lineEnd()));
  }

  private List<IgnorePlace> around(Diagnostic finding) {
    List<IgnorePlace> places = new ArrayList<>();
    if (isPossible(finding) && finding.span().isPresent()) {
      keys.around(finding.span().get()).forEach(line -> places.add(above(line)));
    }
    return places;
  }

  private IgnorePlace above(int line) {
    Directive.Ignore known = above.get(line);
    if (known != null) {
      return in(known);
    }
    String text = lines.span(line).of(tree.text());
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    return new IgnorePlace(
        lines.startOf(line), indent + "# wml-lint: ignore[", "]" + tree.source().lineEnd());
  }

  /** One more rule in a comment that is there. */
  private static IgnorePlace in(Directive.Ignore comment) {
    Directive.Id last = comment.ids().get(comment.ids().size() - 1);
    return new IgnorePlace(last.span().end(), ", ", "");
  }
}
