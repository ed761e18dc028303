package dev.wmllint.lsp.document;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.Linter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentItem;
import org.eclipse.lsp4j.WorkspaceFolder;

/**
 * All that changes while the server runs: folders, settings, documents. Belongs to the dispatcher's
 * owner thread; the snapshots that it hands out may go anywhere.
 */
public final class Workspace {
  private final TextDocuments documents;
  private final Set<String> folders = new LinkedHashSet<>();
  private final Map<String, DocumentSnapshot> shown = new HashMap<>();
  private SnapshotFactory snapshots;

  public Workspace(
      PositionEncoding encoding,
      Configurations configurations,
      Function<LintConfig, Linter> linters) {
    this.documents = new TextDocuments(encoding);
    this.snapshots =
        new SnapshotFactory(
            encoding, configurations, linters, new ModelCache(), Settings.DEFAULT, Map.of());
  }

  public DocumentSnapshot open(TextDocumentItem item) {
    return snapshot(documents.open(item));
  }

  public Optional<DocumentSnapshot> change(String uri, DidChangeTextDocumentParams params) {
    return documents.change(uri, params).map(this::snapshot);
  }

  /** The address under which the document was open; empty when it was not. */
  public Optional<String> close(String uri) {
    Optional<String> closed = documents.close(uri).map(OpenDocument::uri);
    closed.ifPresent(shown::remove);
    return closed;
  }

  /** The present snapshot of a document; empty for one that is not open. */
  public Optional<DocumentSnapshot> find(String uri) {
    return documents.find(uri).map(this::snapshot);
  }

  /** The snapshots of all open documents. */
  public List<DocumentSnapshot> all() {
    return documents.all().stream().map(this::snapshot).toList();
  }

  /** The snapshots of the open documents that are files, by {@link DocumentUri#identity(Path)}. */
  public Map<Path, DocumentSnapshot> openFiles() {
    Map<Path, DocumentSnapshot> files = new HashMap<>();
    for (DocumentSnapshot snapshot : all()) {
      DocumentUri.identity(snapshot.document().uri()).ifPresent(file -> files.put(file, snapshot));
    }
    return files;
  }

  /** Makes snapshots under the settings that hold now; for use on any thread. */
  public SnapshotFactory snapshots() {
    return snapshots;
  }

  /** Whether a snapshot shows what is on the client's screen, under the settings that hold. */
  @SuppressWarnings("ReferenceEquality") // snapshots are made anew when anything changes
  public boolean isPresent(DocumentSnapshot snapshot) {
    return shown.get(snapshot.document().uri()) == snapshot;
  }

  @SuppressWarnings("ReferenceEquality")
  private DocumentSnapshot snapshot(OpenDocument document) {
    DocumentSnapshot known = shown.get(document.uri());
    if (known != null && known.document() == document) {
      return known;
    }
    DocumentSnapshot snapshot = snapshots.of(document);
    if (known != null) {
      snapshot.follow(known);
    }
    shown.put(document.uri(), snapshot);
    return snapshot;
  }

  /** What was read from files may be out of date. */
  public void forgetFiles() {
    snapshots.models().forget();
    snapshots.configurations().forget();
    shown.clear();
  }

  /**
   * Takes new settings.
   *
   * @param ofFolders by the folder's address
   */
  public void settings(Settings changed, Map<String, Settings> ofFolders) {
    Map<Path, Settings> byPath = new HashMap<>();
    ofFolders.forEach(
        (folder, own) -> DocumentUri.path(folder).ifPresent(path -> byPath.put(path, own)));
    snapshots =
        new SnapshotFactory(
            snapshots.encoding(),
            snapshots.configurations(),
            snapshots.linters(),
            snapshots.models(),
            changed,
            byPath);
    shown.clear();
  }

  public void addFolders(Collection<WorkspaceFolder> added) {
    added.forEach(folder -> folders.add(folder.getUri()));
  }

  public void removeFolders(Collection<WorkspaceFolder> removed) {
    removed.forEach(folder -> folders.remove(folder.getUri()));
  }

  /** Whether the document is a file in one of the folders. */
  public boolean holds(String uri) {
    Optional<Path> file = DocumentUri.identity(uri);
    return folders.stream()
        .flatMap(folder -> DocumentUri.identity(folder).stream())
        .anyMatch(folder -> file.filter(inside -> inside.startsWith(folder)).isPresent());
  }

  /** The addresses of the folders, in the client's order. */
  public List<String> folders() {
    return new ArrayList<>(folders);
  }
}
