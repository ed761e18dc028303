package dev.wmllint.lsp.server;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.discovery.FileSearch;
import dev.wmllint.lsp.document.CheckResult;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.lsp.document.SnapshotFactory;
import dev.wmllint.lsp.document.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * A check of all manifests of the workspace's folders, open or not: what was there when it began.
 */
final class WorkspaceCheck {
  private final SnapshotFactory snapshots;
  private final Map<Path, DocumentSnapshot> open;
  private final List<String> folders;
  private final Map<Severity, Integer> counts = new LinkedHashMap<>();
  private int manifests;

  /** Prepares a check, on the owner thread. */
  WorkspaceCheck(Workspace workspace) {
    this.snapshots = workspace.snapshots();
    this.open = workspace.openFiles();
    this.folders = workspace.folders();
  }

  /**
   * Checks what {@code wml-lint FOLDER...} would, on any thread. Folders that are no files are
   * passed over.
   *
   * @param found hears of each manifest, and of what the linter says about it
   * @param wanted is asked before each file, and throws when the check is not wanted any more
   */
  void run(
      BiConsumer<DocumentSnapshot, CheckResult> found,
      ProgressReport progress,
      CancelChecker wanted) {
    Set<Path> files = new LinkedHashSet<>();
    for (String folder : folders) {
      DocumentUri.path(folder).stream()
          .flatMap(path -> FileSearch.forManifests(path, wanted::isCanceled).files().stream())
          .map(file -> DocumentUri.identity(Path.of(file)))
          .forEach(files::add);
    }
    int done = 0;
    for (Path file : files) {
      wanted.checkCanceled();
      progress.at(done++, files.size(), String.valueOf(file.getFileName()));
      snapshot(file).ifPresent(snapshot -> check(snapshot, found, wanted));
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

  private void check(
      DocumentSnapshot snapshot,
      BiConsumer<DocumentSnapshot, CheckResult> found,
      CancelChecker wanted) {
    CheckResult check = snapshot.check(wanted);
    if (check.manifest()) {
      manifests++;
      check.diagnostics().forEach(one -> counts.merge(one.severity(), 1, Integer::sum));
      found.accept(snapshot, check);
    }
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
