package dev.wmllint.cli;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.redact.Redactor;
import dev.wmllint.report.ManifestReport;
import dev.wmllint.report.ModelReport;
import dev.wmllint.report.ModelSummary;
import dev.wmllint.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said about one manifest: secrets are masked, and no more of the manifest is kept
 * than is shown of it.
 *
 * @param model the faults of its model definition, if it has one
 * @param manifestLike whether it is a training manifest, or might be one if it could be read
 * @param whole whether everything was looked at, so that having no finding says something
 * @param linter whose rules they are
 * @param crashes checks that failed
 */
record Masked(
    ManifestReport manifest,
    Optional<OfModel> model,
    boolean manifestLike,
    boolean whole,
    Linter linter,
    List<LintResult.Crash> crashes) {
  /**
   * The faults of a model definition, be there any or not.
   *
   * @param identity the same for all manifests that it belongs to
   */
  record OfModel(Path identity, ModelReport report) {}

  /**
   * Masks what was found.
   *
   * @param request what was asked; of the text, only {@code result} tells
   */
  static Masked of(LintRequest request, LintResult result, Linter linter) {
    Optional<ModelDefinition> model = request.model();
    SourceText source = result.document().source();
    List<Diagnostic> ofManifest = new ArrayList<>();
    List<Diagnostic> ofModel = new ArrayList<>();
    // Where nothing is said, nothing needs masking: most manifests of a large run are such.
    boolean silent = result.diagnostics().isEmpty();
    Redactor redactor = silent ? Redactor.NONE : Redactor.of(result.document());
    List<Diagnostic> redacted = redactor.redact(result.diagnostics());
    for (Diagnostic diagnostic : redacted) {
      (diagnostic.span().isPresent() ? ofManifest : ofModel).add(diagnostic);
    }
    return new Masked(
        new ManifestReport(
            source.name(),
            silent ? SourceText.of(source.name(), "") : source,
            redactor,
            model.map(Masked::summary),
            ofManifest),
        model.map(one -> ofModel(one, ofModel)),
        result.isManifest(),
        result.isWhole(),
        linter,
        result.crashes());
  }

  private static OfModel ofModel(ModelDefinition model, List<Diagnostic> faults) {
    return new OfModel(ModelFinder.identity(model.path()), new ModelReport(display(model), faults));
  }

  private static ModelSummary summary(ModelDefinition model) {
    return new ModelSummary(display(model), model.fileCount(), model.isReadable());
  }

  private static String display(ModelDefinition model) {
    String path = model.path().toString();
    return path.isEmpty() ? "." : path;
  }
}
