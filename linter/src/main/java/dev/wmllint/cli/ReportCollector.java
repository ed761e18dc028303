package dev.wmllint.cli;

import dev.wmllint.LintResult;
import dev.wmllint.Linter;
import dev.wmllint.ModelFinder;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.redact.Redactor;
import dev.wmllint.report.FileReport;
import dev.wmllint.report.ManifestReport;
import dev.wmllint.report.ModelReport;
import dev.wmllint.report.ModelSummary;
import dev.wmllint.report.RunNumbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Makes a report of results: masks secrets, and leaves out what is known. */
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
  void add(LintResult result, Optional<ModelDefinition> model, Linter linter) {
    List<Diagnostic> ofManifest = new ArrayList<>();
    List<Diagnostic> ofModel = new ArrayList<>();
    // Where nothing is said, nothing needs masking: most manifests of a large run are such.
    boolean silent = result.diagnostics().isEmpty();
    Redactor redactor = silent ? Redactor.NONE : Redactor.of(result.document());
    for (Diagnostic diagnostic : result.diagnostics()) {
      Diagnostic redacted = redactor.redact(diagnostic);
      (diagnostic.span().isPresent() ? ofManifest : ofModel).add(redacted);
    }
    boolean whole = result.isWhole();
    boolean modelKnown = model.isPresent();
    FileReport manifest =
        new ManifestReport(
            result.document().source().name(),
            result.document().source(),
            redactor,
            model.map(ReportCollector::summary),
            ofManifest);
    report.accept(leftOut(manifest, rule -> whole && linter.looksFor(rule, modelKnown)));
    if (modelKnown && reportedModels.add(ModelFinder.identity(model.get().path()))) {
      FileReport faults = new ModelReport(display(model.get()), ofModel);
      // For a baseline it counts that a model definition has no faults any more.
      FileReport fresh = leftOut(faults, rule -> linter.looksFor(rule, true));
      if (!fresh.diagnostics().isEmpty()) {
        report.accept(fresh);
      }
    }
  }

  private FileReport leftOut(FileReport file, Predicate<RuleId> ran) {
    return known.isPresent() ? known.get().leftOut(file, ran) : file;
  }

  private static ModelSummary summary(ModelDefinition model) {
    return new ModelSummary(display(model), model.fileCount(), model.isReadable());
  }

  private static String display(ModelDefinition model) {
    String path = model.path().toString();
    return path.isEmpty() ? "." : path;
  }

  /** The same numbers, with what the baseline has to say. */
  RunNumbers conclude(RunNumbers numbers) {
    return known.isPresent() ? known.get().conclude(numbers) : numbers;
  }
}
