package dev.wmllint.report;

import dev.wmllint.baseline.BaselineRun;
import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.redact.Redactor;
import dev.wmllint.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The outcome of a run, ready to be put out: secrets are masked in all words.
 *
 * @param files in the order of the arguments; a model definition follows the first manifest that it
 *     belongs to, when it has faults
 * @param numbers what the run did beside finding
 */
public record Report(List<FileReport> files, RunNumbers numbers) {
  public Report {
    files = List.copyOf(files);
  }

  /** One file of a report. */
  public sealed interface FileReport {
    /** The path as the user gave it. */
    String path();

    List<Diagnostic> diagnostics();

    /** The same file with other findings: with those that a baseline does not know, say. */
    FileReport withDiagnostics(List<Diagnostic> other);

    /** Names of the findings, in their order, made anew by each call. */
    List<Fingerprint> fingerprints();

    /**
     * The same file with what a baseline does not know.
     *
     * @param ran whether a rule would have spoken about this file
     * @see BaselineRun#keepNew
     */
    default FileReport unknownTo(BaselineRun run, Predicate<RuleId> ran) {
      return withDiagnostics(run.keepNew(path(), diagnostics(), fingerprints(), ran));
    }
  }

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

  /**
   * A model definition in one line.
   *
   * @param path as given, or as found beside the manifest
   * @param files number of files in it
   * @param readable whether its entries are known
   */
  public record ModelSummary(String path, int files, boolean readable) {}

  /** The manifests among the files. */
  public List<ManifestReport> manifests() {
    List<ManifestReport> manifests = new ArrayList<>();
    for (FileReport file : files) {
      if (file instanceof ManifestReport manifest) {
        manifests.add(manifest);
      }
    }
    return manifests;
  }

  /** Number of findings. */
  public int count() {
    return files.stream().mapToInt(file -> file.diagnostics().size()).sum();
  }

  /** Number of findings of a severity. */
  public int count(Severity severity) {
    int count = 0;
    for (FileReport file : files) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        count += diagnostic.severity() == severity ? 1 : 0;
      }
    }
    return count;
  }

  /** Whether some finding is at least that bad. */
  public boolean reaches(Severity severity) {
    return files.stream()
        .flatMap(file -> file.diagnostics().stream())
        .anyMatch(diagnostic -> diagnostic.severity().compareTo(severity) >= 0);
  }
}
