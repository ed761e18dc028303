package dev.wmllint.lsp.document;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.DidChangeTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentItem;

/** The documents that the client has open. Belongs to the dispatcher's owner thread. */
final class TextDocuments {
  private final PositionEncoding encoding;
  private final Map<String, OpenDocument> open = new LinkedHashMap<>();

  /** Under which address a file is open: clients do not always write it in the same way. */
  private final Map<Path, String> addresses = new HashMap<>();

  TextDocuments(PositionEncoding encoding) {
    this.encoding = encoding;
  }

  OpenDocument open(TextDocumentItem item) {
    OpenDocument document =
        new OpenDocument(
            item.getUri(),
            item.getLanguageId() == null ? "" : item.getLanguageId(),
            Optional.of(item.getVersion()),
            item.getText() == null ? "" : item.getText(),
            encoding);
    open.put(item.getUri(), document);
    DocumentUri.identity(item.getUri()).ifPresent(file -> addresses.put(file, item.getUri()));
    return document;
  }

  /**
   * Applies changes in the order in which they arrive: it is the order in which they were made,
   * whatever a client's version numbers say. Empty for a document that is not open.
   */
  Optional<OpenDocument> change(String uri, DidChangeTextDocumentParams params) {
    Optional<OpenDocument> known = find(uri);
    if (known.isEmpty()) {
      return known;
    }
    Optional<Integer> version = Optional.ofNullable(params.getTextDocument().getVersion());
    OpenDocument changed =
        known
            .get()
            .changed(
                version.or(() -> known.get().version()),
                params.getContentChanges() == null ? List.of() : params.getContentChanges());
    open.put(changed.uri(), changed);
    return Optional.of(changed);
  }

  /** The last version of the document; empty when it was not open. */
  Optional<OpenDocument> close(String uri) {
    Optional<OpenDocument> closed = find(uri);
    closed.ifPresent(
        document -> {
          open.remove(document.uri());
          DocumentUri.identity(uri).ifPresent(file -> addresses.remove(file, document.uri()));
        });
    return closed;
  }

  /** The document of that address, or of another address of the same file. */
  Optional<OpenDocument> find(String uri) {
    return Optional.ofNullable(open.get(uri))
        .or(() -> DocumentUri.identity(uri).map(addresses::get).map(open::get));
  }

  /** In the order in which they were opened. */
  Collection<OpenDocument> all() {
    return List.copyOf(open.values());
  }
}
