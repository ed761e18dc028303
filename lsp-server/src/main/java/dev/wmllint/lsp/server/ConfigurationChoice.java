package dev.wmllint.lsp.server;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.config.ModelsEdit;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.DocumentUri;
import dev.wmllint.lsp.document.OpenDocument;
import dev.wmllint.lsp.document.PositionEncoding;
import dev.wmllint.lsp.document.Workspace;
import dev.wmllint.lsp.feature.ClientAbilities;
import dev.wmllint.lsp.feature.WorkspaceEdits;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.lsp4j.WorkspaceEdit;

/**
 * The choice of a model definition, written into the project's configuration: for JSON, which has
 * no comments, and for teams that keep such things in one place. Where there is no configuration,
 * one is made in the workspace folder of the manifest.
 *
 * @param manifest whose model definition is chosen
 * @param open the documents that are open, by {@link DocumentUri#identity(Path)}
 * @param folders the addresses of the workspace's folders
 */
record ConfigurationChoice(
    DocumentSnapshot manifest, Map<Path, DocumentSnapshot> open, List<String> folders) {
  /** On the owner thread. */
  static ConfigurationChoice of(DocumentSnapshot manifest, Workspace workspace) {
    return new ConfigurationChoice(manifest, workspace.openFiles(), workspace.folders());
  }

  /** The text of the configuration; there may be none yet. */
  private record Found(OpenDocument document, boolean exists) {}

  /** Whether there is a configuration, or the client can make one. */
  boolean isPossible(ClientAbilities client) {
    return manifest
        .folder()
        .map(this::file)
        .filter(
            file ->
                client.createsFiles()
                    || open.containsKey(DocumentUri.identity(file))
                    || Files.exists(file))
        .isPresent();
  }

  /**
   * What the client is to change.
   *
   * @param zip as a comment in the manifest would name it
   * @return empty where the client or the configuration does not take it
   */
  Optional<WorkspaceEdit> edit(String zip, ClientAbilities client) {
    Optional<Path> home = manifest.folder();
    if (home.isEmpty()) {
      return Optional.empty();
    }
    try {
      Path file = file(home.get());
      Found found = found(file, client.encoding());
      OpenDocument document = found.document();
      Path itself = DocumentUri.path(manifest.document().uri()).orElseThrow();
      return ModelsEdit.of(file, document.source(), itself, home.get().resolve(zip))
          .map(List::of)
          .filter(edits -> found.exists() || client.createsFiles())
          .map(
              edits ->
                  found.exists()
                      ? WorkspaceEdits.of(document, edits, client)
                      : WorkspaceEdits.ofNew(document, edits));
    } catch (IOException | InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** The configuration in force, or the one that is to be. */
  private Path file(Path home) {
    return manifest
        .configuration()
        .orElseGet(() -> innermost(home).resolve(ConfigFinder.FILE_NAME));
  }

  private Path innermost(Path home) {
    Path inside = DocumentUri.identity(home);
    return folders.stream()
        .flatMap(folder -> DocumentUri.identity(folder).stream())
        .filter(inside::startsWith)
        .max(Comparator.comparingInt(Path::getNameCount))
        .orElse(inside);
  }

  /** As it is on the screen, or else on disk. */
  private Found found(Path file, PositionEncoding encoding) throws IOException {
    DocumentSnapshot shown = open.get(DocumentUri.identity(file));
    if (shown != null) {
      return new Found(shown.document(), true);
    }
    try {
      int maxBytes = YamlLimits.DEFAULT.maxBytes();
      return new Found(OpenDocument.read(file, maxBytes, encoding), true);
    } catch (NoSuchFileException e) {
      SourceText empty = SourceText.of(String.valueOf(file.getFileName()), "");
      return new Found(OpenDocument.closed(file, empty, encoding), false);
    }
  }
}
