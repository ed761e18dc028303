package dev.wmllint.cli;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.redact.Redactor;
import dev.wmllint.report.FileResult;
import dev.wmllint.report.ModelSummary;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lints one manifest under its settings: finds its model definition, asks the linter, and masks the
 * secrets in the answer. Prints, writes and changes nothing, so several threads may lint at once.
 */
record FileLinter(FileJob job, SourceText source, ProjectConfig project, Options options) {
  /**
   * The answer for one manifest.
   *
   * @param model the faults of its model definition, if it has one
   * @param isManifest whether it is a training manifest, or might be one if it could be read
   */
  record Linted(
      FileResult manifest,
      Optional<FileResult> model,
      boolean isManifest,
      List<LintResult.Crash> crashes) {}

  /**
   * The answer for one manifest that is to be fixed.
   *
   * @param fixed what remains after the fixes; with {@code --diff}, all findings
   * @param unfixed the findings in case the fixed text cannot be written
   */
  record Fix(FixResult result, Linted fixed, Supplier<Linted> unfixed) {}

  Linted lint() {
    LintRequest request = request();
    return masked(request, project.linter().lint(request));
  }

  Fix fix(Options.Fixing fixing) {
    LintRequest request = request();
    FixResult result = project.linter().fix(request, fixing.safety());
    Supplier<Linted> unfixed = () -> masked(request, result.before());
    return new Fix(result, fixing.diff() ? unfixed.get() : fixed(request, result), unfixed);
  }

  private LintRequest request() {
    ManifestDocument document = ManifestDocument.parse(source, project.config().limits().yaml());
    LintRequest request =
        new LintRequest(source, Optional.empty(), path -> ModelFinder.isFile(job.folder(), path))
            .withDocument(document);
    if (options.noModel()) {
      return request;
    }
    Optional<Path> given = givenModel();
    if (given.isPresent()) {
      return request.withModel(given.map(project.models()::open));
    }
    Optional<Manifest> manifest = project.models().manifest(document);
    return request.withManifest(manifest).withModel(foundModel(document, manifest));
  }

  private Optional<Path> givenModel() {
    return job.model().or(options::model);
  }

  private Optional<ModelDefinition> foundModel(
      ManifestDocument document, Optional<Manifest> manifest) {
    return project
        .models()
        .find(document, manifest, job.folder(), () -> project.config().model(job.path()));
  }

  /** A fix of the command may change which folder or zip is meant. */
  private Linted fixed(LintRequest request, FixResult fix) {
    LintResult result = fix.after();
    Optional<ModelDefinition> model = request.model();
    if (fix.isChanged() && !options.noModel() && givenModel().isEmpty()) {
      model = foundModel(result.document(), project.models().manifest(result.document()));
    }
    LintRequest again = request.withDocument(result.document()).withModel(model);
    if (!model.equals(request.model())) {
      result = project.linter().lint(again);
    }
    return masked(again, result);
  }

  /**
   * The result with its secrets masked. It keeps no more of the manifest than reports show.
   *
   * @param request what was asked; of the text, only the result knows
   */
  private Linted masked(LintRequest request, LintResult result) {
    Linter linter = project.linter();
    SourceText text = result.document().source();
    // Without findings, nothing needs masking: most manifests of a large run are such.
    boolean silent = result.diagnostics().isEmpty();
    Redactor redactor = silent ? Redactor.NONE : Redactor.of(result.document(), request.model());
    List<Diagnostic> redacted = redactor.redact(result.diagnostics());
    List<Diagnostic> ofManifest = new ArrayList<>();
    List<Diagnostic> ofModel = new ArrayList<>();
    for (Diagnostic diagnostic : redacted) {
      (diagnostic.span().isPresent() ? ofManifest : ofModel).add(diagnostic);
    }
    Optional<ModelSummary> model = request.model().map(found -> summary(found, redactor));
    boolean whole = result.isWhole();
    FileResult manifest =
        new FileResult(
            text.name(),
            Optional.of(silent ? SourceText.of(text.name(), "") : text),
            redactor,
            model,
            model.isPresent() || request.manifest().isEmpty()
                ? List.of()
                : project.models().zipsBeside(job.folder()),
            ofManifest,
            rule -> whole && linter.looksFor(rule, model.isPresent()));
    return new Linted(
        manifest,
        model.map(
            found ->
                FileResult.ofModel(found.path(), ofModel, rule -> linter.looksFor(rule, true))),
        result.isManifest(),
        result.crashes());
  }

  /** A path that only the manifest names may hold a secret: a password of an address. */
  private static ModelSummary summary(ModelDefinition model, Redactor redactor) {
    String path = redactor.words(model.path().toString());
    return new ModelSummary(path.isEmpty() ? "." : path, model.fileCount(), model.isReadable());
  }
}
