package dev.wmllint.report;

import dev.wmllint.baseline.BaselineRun;
import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import java.util.List;
import java.util.function.Predicate;

/** One file of a report, ready to be put out: secrets are masked in all words. */
public sealed interface FileReport permits ManifestReport, ModelReport {
  /** The path as the user gave it. */
  String path();

  List<Diagnostic> diagnostics();

  /** The same file with other findings: with those that a baseline does not know, say. */
  FileReport withDiagnostics(List<Diagnostic> other);

  /** Names of the findings, in their order, made anew by each call. */
  List<Fingerprint> fingerprints();

  /**
   * The same file with what a baseline does not know.
   *
   * @param ran whether a rule would have spoken about this file
   * @see BaselineRun#keepNew
   */
  default FileReport unknownTo(BaselineRun run, Predicate<RuleId> ran) {
    return withDiagnostics(run.keepNew(path(), diagnostics(), fingerprints(), ran));
  }
}
