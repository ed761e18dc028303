package dev.wmllint.report;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.redact.Redactor;
import dev.wmllint.text.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * A manifest, with or without findings.
 *
 * @param model the model definition that it was checked against
 * @param redactor masks the lines that are shown
 */
public record ManifestReport(
    String path,
    SourceText source,
    Redactor redactor,
    Optional<ModelSummary> model,
    List<Diagnostic> diagnostics)
    implements FileReport {
  @Override
  public FileReport withDiagnostics(List<Diagnostic> other) {
    return new ManifestReport(path, source, redactor, model, other);
  }

  @Override
  public List<Fingerprint> fingerprints() {
    return Fingerprint.ofManifest(diagnostics, source, redactor);
  }
}
