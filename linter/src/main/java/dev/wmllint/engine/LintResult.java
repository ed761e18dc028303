package dev.wmllint.engine;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.yaml.ManifestDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * What the linter found in one manifest.
 *
 * @param document the manifest, read
 * @param kind what kind of document it is
 * @param diagnostics the findings, by position
 * @param crashes checks that failed; the findings of the others are complete
 */
public record LintResult(
    ManifestDocument document,
    DocumentKind kind,
    List<Diagnostic> diagnostics,
    List<Crash> crashes) {
  public LintResult {
    diagnostics = List.copyOf(diagnostics);
    crashes = List.copyOf(crashes);
  }

  /** Whether it is a manifest, or may become one. Of a folder's other files nothing is reported. */
  public boolean isManifest() {
    return kind == DocumentKind.MANIFEST || DocumentKind.mayBecomeManifest(document);
  }

  /** Whether everything was looked at, so that having no finding says something. */
  public boolean isWhole() {
    return kind == DocumentKind.MANIFEST && !document.isBroken() && crashes.isEmpty();
  }

  LintResult withCrash(Crash crash) {
    List<Crash> all = new ArrayList<>(crashes);
    all.add(crash);
    return new LintResult(document, kind, diagnostics, all);
  }

  /**
   * A check that threw: a mistake of ours, not of the manifest.
   *
   * @param rule the name of the check's class
   * @param cause what it threw
   */
  public record Crash(String rule, Throwable cause) {}
}
