package dev.wmllint.cli;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.report.FileResult;
import java.util.Optional;

/** Tells a person at a terminal which of the findings mend themselves. */
final class FixHint {
  private int safe;
  private int all;

  /** Counts the findings of a file. */
  void add(FileResult file) {
    for (Diagnostic finding : file.diagnostics()) {
      safe += mends(finding, Safety.SAFE) ? 1 : 0;
      all += mends(finding, Safety.UNSAFE) ? 1 : 0;
    }
  }

  /** A sentence, where there is something to mend. */
  Optional<String> words() {
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
