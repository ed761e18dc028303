package dev.wmllint.report;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import java.util.List;

/** A model definition with faults. */
public record ModelReport(String path, List<Diagnostic> diagnostics) implements FileReport {
  @Override
  public FileReport withDiagnostics(List<Diagnostic> other) {
    return new ModelReport(path, other);
  }

  @Override
  public List<Fingerprint> fingerprints() {
    return Fingerprint.ofModel(diagnostics);
  }
}
