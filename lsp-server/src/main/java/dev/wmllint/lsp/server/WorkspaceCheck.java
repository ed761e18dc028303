package dev.wmllint.lsp.server;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.discovery.ManifestSearch;
import dev.wmllint.engine.LintResult;
import dev.wmllint.lsp.document.CheckResult;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.lsp.document.OpenDocument;
import dev.wmllint.lsp.document.SnapshotFactory;
import dev.wmllint.lsp.feature.ClientAbilities;
import dev.wmllint.lsp.feature.DiagnosticConverter;
import dev.wmllint.lsp.feature.DiagnosticConverter.Converted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/** A check of all manifests of the workspace's folders, open or not. Runs on a worker. */
final class WorkspaceCheck {
  private final SnapshotFactory snapshots;
  private final Map<Path, DocumentSnapshot> open;
  private final DiagnosticConverter converter;
  private final Map<Severity, Integer> counts = new LinkedHashMap<>();
  private int manifests;

  /** What is done with what was found in a manifest. */
  interface Sink {
    void found(Found found);
  }

  /**
   * What was found in a manifest.
   *
   * @param crashes checks that failed
   */
  record Found(
      OpenDocument document, List<Diagnostic> diagnostics, List<LintResult.Crash> crashes) {}

  /** Hears how far the check has come. */
  interface Progress {
    void at(int done, int of, String file);
  }

  /**
   * Prepares a check.
   *
   * @param open the documents that are open, by {@link DocumentUri#identity(Path)}
   */
  WorkspaceCheck(
      SnapshotFactory snapshots, Map<Path, DocumentSnapshot> open, ClientAbilities client) {
    this.snapshots = snapshots;
    this.open = Map.copyOf(open);
    this.converter = new DiagnosticConverter(client);
  }

  /**
   * Checks what {@code wml-lint FOLDER...} would.
   *
   * @param folders their addresses; those that are no files are passed over
   * @param wanted is asked before each file, and throws when the check is not wanted any more
   */
  void run(List<String> folders, Sink sink, Progress progress, CancelChecker wanted) {
    Set<Path> files = new LinkedHashSet<>();
    for (String folder : folders) {
      DocumentUri.path(folder).stream()
          .flatMap(path -> ManifestSearch.in(path, wanted::isCanceled).files().stream())
          .map(file -> DocumentUri.identity(Path.of(file)))
          .forEach(files::add);
    }
    int done = 0;
    for (Path file : files) {
      wanted.checkCanceled();
      progress.at(done++, files.size(), String.valueOf(file.getFileName()));
      snapshot(file).ifPresent(snapshot -> check(snapshot, sink, wanted));
    }
  }

  /** What is on the screen counts, and not what was saved last. */
  private Optional<DocumentSnapshot> snapshot(Path file) {
    DocumentSnapshot shown = open.get(file);
    if (shown != null) {
      return Optional.of(shown.isManifest() ? shown : snapshots.of(shown.document().asManifest()));
    }
    try {
      return Optional.of(snapshots.ofFile(file));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void check(DocumentSnapshot snapshot, Sink sink, CancelChecker wanted) {
    CheckResult check = snapshot.check(wanted);
    if (!check.manifest()) {
      return;
    }
    manifests++;
    check.diagnostics().forEach(found -> counts.merge(found.severity(), 1, Integer::sum));
    List<Diagnostic> shown = new ArrayList<>();
    for (Converted one : converter.convert(snapshot, check)) {
      shown.add(one.shown());
    }
    sink.found(new Found(snapshot.document(), shown, check.crashes()));
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
