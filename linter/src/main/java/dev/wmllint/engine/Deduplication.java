package dev.wmllint.engine;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One mistake, one finding: of several findings about the same place the one that says most is
 * kept. What is not filled in yet need not be in the table, and what is not in the table need not
 * be quoted.
 */
public final class Deduplication {
  /** The rules about a scalar's value, the first heard first. */
  public static final List<String> ORDER =
      List.of(
          "yaml-syntax",
          "placeholder-value",
          "unsupported-framework",
          "unsupported-framework-version",
          "unsupported-resource",
          "unsupported-store-type",
          "unquoted-version",
          "ambiguous-scalar",
          "wrong-type",
          "connection-key-mismatch",
          "invalid-bucket-name",
          "invalid-endpoint",
          "shared-bucket",
          "literal-credential");

  public static final String NO_PROGRAM = "model-no-program";
  public static final String PROGRAM_MISSING = "command-file-missing";

  private Deduplication() {}

  static List<Diagnostic> perMistake(List<Diagnostic> diagnostics) {
    Map<Span, Diagnostic> ranked = new LinkedHashMap<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.span().isPresent() && rank(diagnostic) < ORDER.size()) {
        ranked.merge(diagnostic.span().get(), diagnostic, (a, b) -> rank(a) <= rank(b) ? a : b);
      }
    }
    List<Diagnostic> kept = new ArrayList<>();
    for (Diagnostic diagnostic : withoutConsequences(diagnostics)) {
      Diagnostic winner = diagnostic.span().map(ranked::get).orElse(null);
      if (winner == null || winner.equals(diagnostic)) {
        kept.add(diagnostic);
      }
    }
    return kept;
  }

  /** What follows from another finding goes with it. */
  private static List<Diagnostic> withoutConsequences(List<Diagnostic> diagnostics) {
    Set<String> wrongTypes = new HashSet<>();
    boolean programMissing = false;
    for (Diagnostic diagnostic : diagnostics) {
      programMissing |= is(diagnostic, PROGRAM_MISSING);
      if (is(diagnostic, "connection-key-mismatch")) {
        diagnostic
            .path()
            .ifPresent(path -> wrongTypes.add(path.replaceFirst("\\.type$", ".bucket")));
      }
    }
    List<Diagnostic> kept = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      boolean noProgram = is(diagnostic, NO_PROGRAM) && programMissing;
      boolean bucketOfWrongType =
          is(diagnostic, "invalid-bucket-name")
              && diagnostic.path().map(wrongTypes::contains).orElse(false);
      if (!noProgram && !bucketOfWrongType) {
        kept.add(diagnostic);
      }
    }
    return kept;
  }

  private static boolean is(Diagnostic diagnostic, String rule) {
    return diagnostic.rule().value().equals(rule);
  }

  private static int rank(Diagnostic diagnostic) {
    int rank = ORDER.indexOf(diagnostic.rule().value());
    return rank < 0 ? ORDER.size() : rank;
  }
}
