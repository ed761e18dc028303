package dev.wmllint.cli;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.report.FileReport;
import dev.wmllint.report.RunNumbers;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Makes a report of what is to be said: once for each model definition, and without what is known.
 */
final class ReportCollector {
  private final Optional<KnownFindings> known;
  private final Consumer<FileReport> report;
  private final Set<Path> reportedModels = new HashSet<>();

  /**
   * Prepares a run.
   *
   * @param report takes the files that are to be put out
   */
  ReportCollector(Optional<KnownFindings> known, Consumer<FileReport> report) {
    this.known = known;
    this.report = report;
  }

  /** Takes the findings of a manifest, and of its model definition unless they are here. */
  void add(Masked findings) {
    boolean modelKnown = findings.model().isPresent();
    report.accept(
        leftOut(
            findings.manifest(),
            rule -> findings.whole() && findings.linter().looksFor(rule, modelKnown)));
    if (modelKnown && reportedModels.add(findings.model().get().identity())) {
      // For a baseline it counts that a model definition has no faults any more.
      FileReport faults =
          leftOut(findings.model().get().report(), rule -> findings.linter().looksFor(rule, true));
      if (!faults.diagnostics().isEmpty()) {
        report.accept(faults);
      }
    }
  }

  private FileReport leftOut(FileReport file, Predicate<RuleId> ran) {
    return known.isPresent() ? known.get().leftOut(file, ran) : file;
  }

  /** The same numbers, with what the baseline has to say. */
  RunNumbers conclude(RunNumbers numbers) {
    return known.isPresent() ? known.get().conclude(numbers) : numbers;
  }
}
