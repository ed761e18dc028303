package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is counted of the files of a report, as they come. For one thread. */
public final class Tally {
  private final Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
  private int models;
  private int manifests;
  private int manifestsWithModel;
  private Optional<ModelSummary> lastModel = Optional.empty();

  /** Counts a file. */
  public void add(FileReport file) {
    for (Diagnostic diagnostic : file.diagnostics()) {
      findings.merge(diagnostic.severity(), 1, Integer::sum);
    }
    if (file instanceof ManifestReport manifest) {
      manifests++;
      manifestsWithModel += manifest.model().isPresent() ? 1 : 0;
      lastModel = manifest.model();
    } else {
      models++;
    }
  }

  /** Whether there was no file. */
  public boolean isEmpty() {
    return manifests + models == 0;
  }

  /** Number of manifests. */
  int manifests() {
    return manifests;
  }

  /** Number of manifests that were checked against a model definition. */
  int manifestsWithModel() {
    return manifestsWithModel;
  }

  /** The model definition of the last manifest. */
  Optional<ModelSummary> lastModel() {
    return lastModel;
  }

  /** Number of findings. */
  int count() {
    return findings.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Number of findings of a severity. */
  int count(Severity severity) {
    return findings.getOrDefault(severity, 0);
  }

  /** Whether some finding is at least that bad. */
  public boolean reaches(Severity severity) {
    return findings.keySet().stream().anyMatch(found -> found.compareTo(severity) >= 0);
  }
}
