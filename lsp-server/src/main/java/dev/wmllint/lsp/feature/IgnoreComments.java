package dev.wmllint.lsp.feature;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.lsp.DocumentView;
import dev.wmllint.suppress.Directive;
import dev.wmllint.suppress.Suppressions;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the comments that silence a finding. Each is tried out before it is offered: it must hide
 * the finding, and leave the rest of the text as it was read.
 */
final class IgnoreComments {
  private static final Set<String> ABOUT_COMMENTS =
      Set.of("unused-suppression", "invalid-suppression");

  private final DocumentView view;
  private final ManifestDocument tree;
  private final LineIndex lines;

  IgnoreComments(DocumentView view) {
    this.view = view;
    this.tree = view.tree();
    this.lines = tree.lines();
  }

  /** A comment above the finding's line, or above the key that it stands under. */
  Optional<Fix> here(Diagnostic finding) {
    if (!isPossible(finding) || finding.span().isEmpty()) {
      return Optional.empty();
    }
    for (int line : linesAround(finding.span().get())) {
      String title = "ignore " + finding.rule() + " here";
      Fix fix = Fix.safe(title, above(line, finding));
      if (hides(fix, finding)) {
        return Optional.of(fix);
      }
    }
    return Optional.empty();
  }

  /** A comment at the top of the file. */
  Optional<Fix> inFile(Diagnostic finding) {
    if (!isPossible(finding)) {
      return Optional.empty();
    }
    String comment = "# wml-lint: ignore-file[" + finding.rule() + "]";
    Edit edit =
        ignores()
            .filter(Directive.Ignore::file)
            .findFirst()
            .map(known -> added(known, finding))
            .orElseGet(() -> Edit.insert(0, comment + tree.source().lineEnd()));
    Fix fix = Fix.safe("ignore " + finding.rule() + " in this file", edit);
    return hides(fix, finding) ? Optional.of(fix) : Optional.empty();
  }

  /** JSON has no comments. */
  private boolean isPossible(Diagnostic finding) {
    return !view.document().isJson() && !ABOUT_COMMENTS.contains(finding.rule().value());
  }

  private Stream<Directive.Ignore> ignores() {
    return Directive.of(tree).stream()
        .filter(Directive.Ignore.class::isInstance)
        .map(Directive.Ignore.class::cast);
  }

  private static Edit added(Directive.Ignore comment, Diagnostic finding) {
    Directive.Id last = comment.ids().get(comment.ids().size() - 1);
    return Edit.insert(last.span().end(), ", " + finding.rule());
  }

  private Edit above(int line, Diagnostic finding) {
    Optional<Directive.Ignore> known =
        ignores()
            .filter(one -> !one.file() && one.comment().ownLine())
            .filter(one -> lines.lineOf(one.span().start()) == line - 1)
            .findFirst();
    if (known.isPresent()) {
      return added(known.get(), finding);
    }
    String text = lines.span(line).of(tree.text());
    String indent = text.substring(0, text.length() - text.stripLeading().length());
    String comment = indent + "# wml-lint: ignore[" + finding.rule() + "]";
    return Edit.insert(lines.startOf(line), comment + tree.source().lineEnd());
  }

  /** The line of the finding, then those of the keys and items that it stands under. */
  private List<Integer> linesAround(Span span) {
    List<Integer> outsideIn = new ArrayList<>();
    Optional<Node> inside = tree.root();
    while (inside.isPresent()) {
      inside = step(inside.get(), span, outsideIn);
    }
    List<Integer> found = new ArrayList<>();
    found.add(lines.lineOf(span.start()));
    for (int i = outsideIn.size() - 1; i >= 0; i--) {
      if (!found.contains(outsideIn.get(i))) {
        found.add(outsideIn.get(i));
      }
    }
    return found;
  }

  private Optional<Node> step(Node node, Span span, List<Integer> outsideIn) {
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        int start = entry.key().span().start();
        if (!entry.isMerged()
            && start <= span.start()
            && span.end() <= entry.value().span().end()) {
          outsideIn.add(lines.lineOf(start));
          return Optional.of(entry.value());
        }
      }
    } else if (node instanceof SequenceNode list) {
      for (SequenceNode.Item item : list.items()) {
        int start = item.dash().start();
        if (start <= span.start() && span.end() <= item.value().span().end()) {
          outsideIn.add(lines.lineOf(start));
          return Optional.of(item.value());
        }
      }
    }
    return Optional.empty();
  }

  private boolean hides(Fix fix, Diagnostic finding) {
    Edit edit = fix.edits().get(0);
    int moved = edit.text().length();
    ManifestDocument commented = tree.withText(FixApplier.apply(tree.text(), List.of(fix)));
    Optional<Span> place =
        finding
            .span()
            .map(
                span ->
                    edit.span().start() <= span.start()
                        ? new Span(span.start() + moved, span.end() + moved)
                        : span);
    Diagnostic there =
        new Diagnostic(
            finding.rule(),
            finding.severity(),
            place,
            Optional.empty(),
            "",
            "",
            List.of(),
            List.of());
    return commented.problems().size() <= tree.problems().size()
        && Suppressions.of(commented).hides(there);
  }
}
