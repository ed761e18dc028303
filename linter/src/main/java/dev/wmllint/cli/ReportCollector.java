package dev.wmllint.cli;

import dev.wmllint.LintResult;
import dev.wmllint.Linter;
import dev.wmllint.ModelFinder;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.redact.Redactor;
import dev.wmllint.report.Report;
import dev.wmllint.report.RunNumbers;
import dev.wmllint.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes a report of results: masks secrets, leaves out what is known, and keeps no more of a
 * manifest than is shown of it, for there may be thousands.
 */
final class ReportCollector {
  private final Optional<KnownFindings> known;
  private final List<Report.FileReport> files = new ArrayList<>();
  private final Set<Path> reportedModels = new HashSet<>();

  ReportCollector(Optional<KnownFindings> known) {
    this.known = known;
  }

  boolean isEmpty() {
    return files.isEmpty();
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
    manifest(
        new Report.ManifestReport(
            result.document().source().name(),
            result.document().source(),
            redactor,
            model.map(ReportCollector::summary),
            ofManifest),
        rule -> whole && linter.looksFor(rule, modelKnown));
    if (modelKnown && reportedModels.add(ModelFinder.identity(model.get().path()))) {
      Report.FileReport faults = new Report.ModelReport(display(model.get()), ofModel);
      // For a baseline it counts that a model definition has no faults any more.
      Report.FileReport fresh = leftOut(faults, rule -> linter.looksFor(rule, true));
      if (!fresh.diagnostics().isEmpty()) {
        files.add(fresh);
      }
    }
  }

  private void manifest(Report.ManifestReport file, Predicate<RuleId> ran) {
    Report.FileReport fresh = leftOut(file, ran);
    if (fresh.diagnostics().isEmpty()) {
      SourceText none = SourceText.of(file.path(), "");
      fresh = new Report.ManifestReport(file.path(), none, Redactor.NONE, file.model(), List.of());
    }
    files.add(fresh);
  }

  private Report.FileReport leftOut(Report.FileReport file, Predicate<RuleId> ran) {
    return known.isPresent() ? known.get().leftOut(file, ran) : file;
  }

  private static Report.ModelSummary summary(ModelDefinition model) {
    return new Report.ModelSummary(display(model), model.fileCount(), model.isReadable());
  }

  private static String display(ModelDefinition model) {
    String path = model.path().toString();
    return path.isEmpty() ? "." : path;
  }

  /** Everything, with what the run did beside finding. */
  Report report(RunNumbers numbers) {
    return new Report(files, known.isPresent() ? known.get().conclude(numbers) : numbers);
  }
}
