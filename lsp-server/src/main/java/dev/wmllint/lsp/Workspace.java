package dev.wmllint.lsp;

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
 * owner thread; the views that it hands out may go anywhere.
 */
final class Workspace {
  private final TextDocuments documents;
  private final Set<String> folders = new LinkedHashSet<>();
  private final Map<String, DocumentView> shown = new HashMap<>();
  private Views views;

  Workspace(
      PositionEncoding encoding,
      Configurations configurations,
      Function<LintConfig, Linter> linters) {
    this.documents = new TextDocuments(encoding);
    this.views =
        new Views(encoding, configurations, linters, new Models(), Settings.DEFAULT, Map.of());
  }

  DocumentView open(TextDocumentItem item) {
    return view(documents.open(item));
  }

  Optional<DocumentView> change(String uri, DidChangeTextDocumentParams params) {
    return documents.change(uri, params).map(this::view);
  }

  /** The address under which the document was open; empty when it was not. */
  Optional<String> close(String uri) {
    Optional<String> closed = documents.close(uri).map(OpenDocument::uri);
    closed.ifPresent(shown::remove);
    return closed;
  }

  /** The present view of a document; empty for one that is not open. */
  Optional<DocumentView> find(String uri) {
    return documents.find(uri).map(this::view);
  }

  /** The views of all open documents. */
  List<DocumentView> all() {
    return documents.all().stream().map(this::view).toList();
  }

  /** The views of the open documents that are files, by {@link DocumentUri#identity(Path)}. */
  Map<Path, DocumentView> openFiles() {
    Map<Path, DocumentView> files = new HashMap<>();
    for (DocumentView view : all()) {
      DocumentUri.identity(view.document().uri()).ifPresent(file -> files.put(file, view));
    }
    return files;
  }

  /** Makes views under the settings that hold now; for use on any thread. */
  Views views() {
    return views;
  }

  /** Whether a view shows what is on the client's screen, under the settings that hold. */
  @SuppressWarnings("ReferenceEquality") // views are made anew when anything changes
  boolean isPresent(DocumentView view) {
    return shown.get(view.document().uri()) == view;
  }

  @SuppressWarnings("ReferenceEquality")
  private DocumentView view(OpenDocument document) {
    DocumentView known = shown.get(document.uri());
    if (known != null && known.document() == document) {
      return known;
    }
    DocumentView view = views.of(document);
    if (known != null) {
      view.follow(known);
    }
    shown.put(document.uri(), view);
    return view;
  }

  /** What was read from files may be out of date. */
  void forgetFiles() {
    views.models().forget();
    views.configurations().forget();
    shown.clear();
  }

  /**
   * Takes new settings.
   *
   * @param ofFolders by the folder's address
   */
  void settings(Settings changed, Map<String, Settings> ofFolders) {
    Map<Path, Settings> byPath = new HashMap<>();
    ofFolders.forEach(
        (folder, own) -> DocumentUri.path(folder).ifPresent(path -> byPath.put(path, own)));
    views =
        new Views(
            views.encoding(),
            views.configurations(),
            views.linters(),
            views.models(),
            changed,
            byPath);
    shown.clear();
  }

  void addFolders(Collection<WorkspaceFolder> added) {
    added.forEach(folder -> folders.add(folder.getUri()));
  }

  void removeFolders(Collection<WorkspaceFolder> removed) {
    removed.forEach(folder -> folders.remove(folder.getUri()));
  }

  /** Whether the document is a file in one of the folders. */
  boolean holds(String uri) {
    Optional<Path> file = DocumentUri.identity(uri);
    return folders.stream()
        .flatMap(folder -> DocumentUri.identity(folder).stream())
        .anyMatch(folder -> file.filter(inside -> inside.startsWith(folder)).isPresent());
  }

  /** The addresses of the folders, in the client's order. */
  List<String> folders() {
    return new ArrayList<>(folders);
  }
}
