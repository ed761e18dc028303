package dev.wmllint.lsp;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.lsp.DiagnosticConverter.Converted;
import dev.wmllint.lsp.feature.ManifestFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.lsp4j.Diagnostic;

/** A check of all manifests of the workspace's folders, open or not. Runs on a worker. */
final class WorkspaceCheck {
  private final Views views;
  private final DiagnosticConverter converter;
  private final Map<Severity, Integer> counts = new LinkedHashMap<>();
  private int manifests;

  /** What is done with the findings of a file. */
  interface Sink {
    void found(String uri, List<Diagnostic> diagnostics);
  }

  /** Hears how far the check has come. */
  interface Progress {
    void at(int done, int of, String file);
  }

  WorkspaceCheck(Views views, ClientAbilities client) {
    this.views = views;
    this.converter = new DiagnosticConverter(client);
  }

  /**
   * Checks what is below the folders.
   *
   * @param folders their addresses; those that are no files are passed over
   */
  void run(List<String> folders, Sink sink, Progress progress, BooleanSupplier cancelled) {
    Set<Path> files = new LinkedHashSet<>();
    for (String folder : folders) {
      DocumentUri.path(folder).map(ManifestFiles::in).ifPresent(files::addAll);
    }
    int done = 0;
    for (Path file : files) {
      if (cancelled.getAsBoolean()) {
        return;
      }
      progress.at(done++, files.size(), String.valueOf(file.getFileName()));
      Optional<String> text = ManifestFiles.text(file);
      if (text.isPresent()) {
        check(views.ofFile(file, text.get()), sink);
      }
    }
  }

  private void check(DocumentView view, Sink sink) {
    if (!view.isManifest()) {
      return;
    }
    manifests++;
    Check check = view.check();
    check.diagnostics().forEach(found -> counts.merge(found.severity(), 1, Integer::sum));
    List<Diagnostic> shown = new ArrayList<>();
    for (Converted one : converter.convert(view, check)) {
      shown.add(one.shown());
    }
    sink.found(view.document().uri(), shown);
  }

  /** How many manifests there are, and how many findings of each severity. */
  Map<String, Integer> summary() {
    Map<String, Integer> summary = new LinkedHashMap<>();
    summary.put("manifests", manifests);
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      summary.put(severity.label() + "s", counts.getOrDefault(severity, 0));
    }
    return summary;
  }
}
