package dev.wmllint.report;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.redact.Redactor;
import dev.wmllint.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The result for one file: a manifest, with or without findings, or a model definition with faults.
 * Secrets are masked in the words of the findings.
 *
 * @param path as the user gave it
 * @param source the text of the manifest; empty for a model definition
 * @param redactor masks the lines that are shown
 * @param model the model definition that the manifest was checked against
 * @param zipsBeside the names of zips beside a manifest without a model definition
 * @param ran whether a rule would have found something in this file: not one that is off, needs a
 *     missing model definition, or is silent because the text is broken
 */
public record FileResult(
    String path,
    Optional<SourceText> source,
    Redactor redactor,
    Optional<ModelSummary> model,
    List<String> zipsBeside,
    List<Diagnostic> diagnostics,
    Predicate<RuleId> ran) {
  public FileResult {
    zipsBeside = List.copyOf(zipsBeside);
    diagnostics = List.copyOf(diagnostics);
  }

  public static FileResult ofModel(String path, List<Diagnostic> faults, Predicate<RuleId> ran) {
    return new FileResult(
        path, Optional.empty(), Redactor.NONE, Optional.empty(), List.of(), faults, ran);
  }

  /** The same file with other findings: only the new ones, for example. */
  public FileResult withDiagnostics(List<Diagnostic> other) {
    return new FileResult(path, source, redactor, model, zipsBeside, other, ran);
  }

  /** Names of the findings, in their order; each call computes them. */
  public List<Fingerprint> fingerprints() {
    return source.isPresent()
        ? Fingerprint.ofManifest(diagnostics, source.get(), redactor)
        : Fingerprint.ofModel(diagnostics);
  }
}
