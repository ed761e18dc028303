package dev.wmllint.engine;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.syntax.Problem;
import java.util.List;
import java.util.Set;

/**
 * Where tabs stand for indents of unknown width, what lies under what is a guess: findings about
 * the nesting would only repeat that mistake. Those about values count.
 */
public final class TabbedText {
  public static final Set<String> ABOUT_NESTING =
      Set.of(
          "missing-key",
          "unknown-key",
          "later-key",
          "wrong-type",
          "empty-value",
          "duplicate-key",
          "single-data-source",
          "source-target-swapped",
          "missing-connection-key",
          "connection-key-mismatch");

  private TabbedText() {}

  /** The findings that can be trusted. */
  static List<Diagnostic> trusted(ManifestDocument document, List<Diagnostic> findings) {
    boolean tabs =
        document.problems().stream().anyMatch(problem -> problem.kind() == Problem.Kind.TAB);
    return tabs
        ? findings.stream().filter(f -> !ABOUT_NESTING.contains(f.rule().value())).toList()
        : findings;
  }
}
