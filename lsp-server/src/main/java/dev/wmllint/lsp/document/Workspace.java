package dev.wmllint.lsp.document;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.Linter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.schema.Lazy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
 * All that changes while the server runs: folders, settings, open documents. Belongs to the
 * dispatcher's owner thread; the snapshots that it hands out may go anywhere.
 */
public final class Workspace {
  private final Set<String> folders = new LinkedHashSet<>();
  private final Map<String, Open> open = new LinkedHashMap<>();

  /** Under which address a file is open: clients do not always write it in the same way. */
  private final Map<Path, String> addresses = new HashMap<>();

  private SnapshotFactory snapshots;

  /** An open document. Its snapshot may fail, and the document must be kept even so. */
  private record Open(OpenDocument document, Lazy<DocumentSnapshot> snapshot) {}

  public Workspace(
      PositionEncoding encoding,
      Configurations configurations,
      Function<LintConfig, Linter> linters) {
    this.snapshots =
        new SnapshotFactory(
            encoding, configurations, linters, new ModelCache(), Settings.DEFAULT, Map.of());
  }

  public void open(TextDocumentItem item) {
    OpenDocument document =
        new OpenDocument(
            item.getUri(),
            item.getLanguageId() == null ? "" : item.getLanguageId(),
            Optional.of(item.getVersion()),
            item.getText() == null ? "" : item.getText(),
            snapshots.encoding());
    DocumentUri.identity(item.getUri()).ifPresent(file -> addresses.put(file, item.getUri()));
    put(document, List.of());
  }

  private DocumentSnapshot put(OpenDocument document, List<Diagnostic> findingsBefore) {
    Lazy<DocumentSnapshot> snapshot = new Lazy<>(() -> snapshots.of(document, findingsBefore));
    open.put(document.uri(), new Open(document, snapshot));
    return snapshot.get();
  }

  /**
   * Applies changes in the order in which they arrive: it is the order in which they were made,
   * whatever a client's version numbers say. Empty for a document that is not open.
   */
  public Optional<DocumentSnapshot> change(String uri, DidChangeTextDocumentParams params) {
    return known(uri).map(before -> changed(before, params));
  }

  private DocumentSnapshot changed(Open before, DidChangeTextDocumentParams params) {
    Optional<Integer> version = Optional.ofNullable(params.getTextDocument().getVersion());
    OpenDocument document =
        before
            .document()
            .changed(
                version.or(() -> before.document().version()),
                params.getContentChanges() == null ? List.of() : params.getContentChanges());
    Optional<DocumentSnapshot> snapshot = before.snapshot().known();
    return put(document, snapshot.map(DocumentSnapshot::lastFindings).orElse(List.of()));
  }

  /** The address under which the document was open; empty when it was not. */
  public Optional<String> close(String uri) {
    Optional<String> closed = known(uri).map(shown -> shown.document().uri());
    closed.ifPresent(
        address -> {
          open.remove(address);
          DocumentUri.identity(uri).ifPresent(file -> addresses.remove(file, address));
        });
    return closed;
  }

  /**
   * The present snapshot of the document of that address, or of another address of the same file;
   * empty for one that is not open.
   */
  public Optional<DocumentSnapshot> find(String uri) {
    return known(uri).map(shown -> shown.snapshot().get());
  }

  private Optional<Open> known(String uri) {
    return Optional.ofNullable(open.get(uri))
        .or(() -> DocumentUri.identity(uri).map(addresses::get).map(open::get));
  }

  /** Those of all open documents, in the order in which they were opened. */
  public List<DocumentSnapshot> all() {
    return open.values().stream().map(shown -> shown.snapshot().get()).toList();
  }

  /** Those of the open documents that are files, by {@link DocumentUri#identity(Path)}. */
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

  /**
   * Opens the model definition at a path, on any thread, within the limits of an open manifest that
   * has it: else what is found in it from there would not be found again. Where none has it, its
   * own folder's configuration tells.
   */
  public Function<Path, ModelDefinition> models() {
    List<DocumentSnapshot> manifests = all();
    SnapshotFactory factory = snapshots;
    return path ->
        manifests.stream()
            .flatMap(snapshot -> snapshot.model().stream())
            .filter(model -> !model.isRefused() && isSameFile(model.path(), path))
            .findFirst()
            .orElseGet(() -> factory.model(path));
  }

  private static boolean isSameFile(Path one, Path other) {
    return ModelFinder.identity(one).equals(ModelFinder.identity(other));
  }

  /** Whether a snapshot shows what is on the client's screen, under the settings that hold. */
  @SuppressWarnings("ReferenceEquality") // there is a new one when anything changes
  public boolean isPresent(DocumentSnapshot snapshot) {
    Open shown = open.get(snapshot.document().uri());
    return shown != null && shown.snapshot().known().orElse(null) == snapshot;
  }

  /** What was read from files may be out of date. */
  public void forgetFiles() {
    snapshots.models().forget();
    snapshots.configurations().forget();
    renew();
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
    snapshots = snapshots.with(changed, byPath);
    renew();
  }

  private void renew() {
    open.replaceAll(
        (uri, shown) ->
            new Open(shown.document(), new Lazy<>(() -> snapshots.of(shown.document()))));
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
