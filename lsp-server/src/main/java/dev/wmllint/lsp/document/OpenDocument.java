package dev.wmllint.lsp.document;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;

/**
 * One version of a document. A change makes another one, so that work on this one is not disturbed.
 *
 * @param uri as the client writes it, which is how it wants to hear it
 * @param languageId as the client calls it; may be empty
 * @param version the client's number; empty for a file that is not open
 * @param text as the client holds it, perhaps with a byte order mark
 * @param source the text as the linter reads it: without a byte order mark
 */
public record OpenDocument(
    String uri,
    String languageId,
    Optional<Integer> version,
    String text,
    SourceText source,
    PositionEncoding encoding) {
  /** The language of documents that are manifests whatever they hold. */
  public static final String MANIFEST_LANGUAGE = "wml-manifest";

  public OpenDocument(
      String uri,
      String languageId,
      Optional<Integer> version,
      String text,
      PositionEncoding encoding) {
    this(uri, languageId, version, text, SourceText.of(DocumentUri.name(uri), text), encoding);
  }

  /** A file that is not open, and is taken for a manifest until it is read. */
  public static OpenDocument closed(Path file, SourceText source, PositionEncoding encoding) {
    String uri = DocumentUri.of(file);
    return new OpenDocument(
        uri, MANIFEST_LANGUAGE, Optional.empty(), source.text(), source, encoding);
  }

  /**
   * Reads such a file.
   *
   * @throws IOException when it cannot be read
   */
  public static OpenDocument read(Path file, int maxBytes, PositionEncoding encoding)
      throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      String name = String.valueOf(file.getFileName());
      return closed(file, SourceText.decode(name, in.readNBytes(maxBytes)), encoding);
    }
  }

  /** The same, taken for a manifest whatever its language is. */
  public OpenDocument asManifest() {
    return new OpenDocument(uri, MANIFEST_LANGUAGE, version, text, source, encoding);
  }

  /** Whether comments would break the file: it is JSON by its language or its name. */
  public boolean isJson() {
    return languageId.equals("json") || source.name().endsWith(".json");
  }

  public LspConverter converter() {
    int mark = text.length() - source.text().length();
    LineIndex lines = mark == 0 ? source.lines() : new LineIndex(text);
    return new LspConverter(text, lines, mark, encoding);
  }

  /**
   * The document after the client's changes, each of which counts on the one before. What makes no
   * sense is read as {@link LspConverter} reads positions.
   */
  OpenDocument changed(Optional<Integer> newVersion, List<TextDocumentContentChangeEvent> changes) {
    String changed = text;
    for (TextDocumentContentChangeEvent change : changes) {
      String inserted = change.getText() == null ? "" : change.getText();
      if (change.getRange() == null) {
        changed = inserted;
      } else {
        LspConverter places = new LspConverter(changed, new LineIndex(changed), 0, encoding);
        Span replaced = places.span(change.getRange());
        changed =
            changed.substring(0, replaced.start()) + inserted + changed.substring(replaced.end());
      }
    }
    return new OpenDocument(uri, languageId, newVersion, changed, encoding);
  }
}
