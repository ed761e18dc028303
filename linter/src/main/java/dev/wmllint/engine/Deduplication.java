package dev.wmllint.engine;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.rule.Precedence;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.rules.command.CommandFiles;
import dev.wmllint.rules.model.ModelRules;
import dev.wmllint.rules.schema.ConnectionRules;
import dev.wmllint.rules.stores.StoreRules;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One mistake, one finding: of several findings on one value, one is kept. */
final class Deduplication {
  private Deduplication() {}

  static List<Diagnostic> perMistake(List<Diagnostic> diagnostics) {
    Map<Span, Diagnostic> ranked = new LinkedHashMap<>();
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.span().isPresent() && precedence(diagnostic) != Precedence.NONE) {
        ranked.merge(
            diagnostic.span().get(),
            diagnostic,
            (a, b) -> precedence(a).compareTo(precedence(b)) <= 0 ? a : b);
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

  /** Leaves out what follows from another finding. */
  private static List<Diagnostic> withoutConsequences(List<Diagnostic> diagnostics) {
    Set<String> bucketsOfWrongType = new HashSet<>();
    boolean programMissing = false;
    for (Diagnostic diagnostic : diagnostics) {
      programMissing |= is(diagnostic, CommandFiles.COMMAND_FILE_MISSING);
      if (is(diagnostic, ConnectionRules.MISMATCH)) {
        diagnostic
            .path()
            .ifPresent(path -> bucketsOfWrongType.add(path.replaceFirst("\\.type$", ".bucket")));
      }
    }
    List<Diagnostic> kept = new ArrayList<>();
    for (Diagnostic diagnostic : diagnostics) {
      boolean noProgram = is(diagnostic, ModelRules.MODEL_NO_PROGRAM) && programMissing;
      boolean bucketOfWrongType =
          is(diagnostic, StoreRules.INVALID_BUCKET_NAME)
              && diagnostic.path().map(bucketsOfWrongType::contains).orElse(false);
      if (!noProgram && !bucketOfWrongType) {
        kept.add(diagnostic);
      }
    }
    return kept;
  }

  private static boolean is(Diagnostic diagnostic, RuleInfo rule) {
    return diagnostic.rule().equals(rule.id());
  }

  private static Precedence precedence(Diagnostic diagnostic) {
    return RuleRegistry.find(diagnostic.rule()).map(RuleInfo::precedence).orElse(Precedence.NONE);
  }
}
