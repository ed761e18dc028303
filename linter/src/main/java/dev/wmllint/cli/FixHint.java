package dev.wmllint.cli;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.report.Report;
import java.util.List;
import java.util.Optional;

/** Tells a person at a terminal which of the findings mend themselves. */
final class FixHint {
  private FixHint() {}

  /** A sentence, where there is something to mend. */
  static Optional<String> of(Report report) {
    List<Diagnostic> findings =
        report.files().stream().flatMap(file -> file.diagnostics().stream()).toList();
    long safe = findings.stream().filter(finding -> mends(finding, Safety.SAFE)).count();
    long all = findings.stream().filter(finding -> mends(finding, Safety.UNSAFE)).count();
    if (all == 0) {
      return Optional.empty();
    }
    if (safe == 0) {
      return Optional.of("--fix --unsafe-fixes mends " + all + "; look at what it does");
    }
    String more = all == safe ? "" : ", and " + (all - safe) + " more with --unsafe-fixes";
    return Optional.of("--fix mends " + safe + more);
  }

  private static boolean mends(Diagnostic finding, Safety allowed) {
    return FixApplier.best(finding, allowed).isPresent();
  }
}
