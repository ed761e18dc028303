package dev.wmllint.lsp.feature;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.fix.Fix;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.suppress.Directive;
import dev.wmllint.text.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.yaml.ManifestDocument;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the comments that silence findings, or adds a rule to one that is there. */
final class IgnoreComments {
  private static final Set<String> ABOUT_COMMENTS =
      Set.of("unused-suppression", "invalid-suppression");

  /** Its finding is at the start of a text without content: at the comment itself. */
  private static final String ABOUT_NO_LINE = "empty-manifest";

  /** JSON has no comments, and those of a text over a limit are not read. */
  private final boolean possible;

  private final ManifestDocument tree;
  private final LineIndex lines;
  private final KeyLines keys;

  /** The comments that are there: by the line below them, and the first for the whole file. */
  private final Map<Integer, Directive.Ignore> above = new HashMap<>();

  private Optional<Directive.Ignore> ofFile = Optional.empty();

  IgnoreComments(DocumentSnapshot snapshot) {
    this.tree = snapshot.tree();
    this.possible = !snapshot.document().isJson() && !tree.isRefused();
    this.lines = tree.lines();
    this.keys = new KeyLines(tree);
    snapshot.directives().forEach(this::remember);
  }

  private void remember(Directive directive) {
    if (directive instanceof Directive.Ignore ignore && ignore.file()) {
      ofFile = ofFile.or(() -> Optional.of(ignore));
    } else if (directive instanceof Directive.Ignore ignore && ignore.comment().ownLine()) {
      above.putIfAbsent(lines.lineOf(ignore.span().start()) + 1, ignore);
    }
  }

  /** A comment above the finding's line, or above the key that it is under. */
  Optional<Fix> here(Diagnostic finding) {
    String rule = finding.rule().value();
    return finding
        .span()
        .filter(span -> isPossible(finding) && !rule.equals(ABOUT_NO_LINE))
        .flatMap(keys::lineFor)
        .map(line -> Fix.safe("ignore " + rule + " here", above(line, rule)));
  }

  /** A comment at the top of the file. */
  Optional<Fix> inFile(Diagnostic finding) {
    String rule = finding.rule().value();
    return isPossible(finding)
        ? Optional.of(Fix.safe("ignore " + rule + " in this file", top(rule)))
        : Optional.empty();
  }

  private boolean isPossible(Diagnostic finding) {
    return possible && !ABOUT_COMMENTS.contains(finding.rule().value());
  }

  private Edit top(String rule) {
    return ofFile
        .map(known -> in(known, rule))
        .orElseGet(() -> Edit.insert(0, comment("ignore-file", rule)));
  }

  private Edit above(int line, String rule) {
    Directive.Ignore known = above.get(line);
    if (known != null) {
      return in(known, rule);
    }
    String text = lines.span(line).of(tree.text());
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    // Some readers refuse a tab before a comment.
    return Edit.insert(lines.startOf(line), indent.replace("\t", "  ") + comment("ignore", rule));
  }

  private String comment(String directive, String rule) {
    return "# wml-lint: " + directive + "[" + rule + "]" + tree.source().lineEnd();
  }

  private static Edit in(Directive.Ignore comment, String rule) {
    Directive.Name last = comment.ids().get(comment.ids().size() - 1);
    return Edit.insert(last.span().end(), ", " + rule);
  }
}
