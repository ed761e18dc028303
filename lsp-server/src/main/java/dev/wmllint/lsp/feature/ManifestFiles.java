package dev.wmllint.lsp.feature;

import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.YamlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of a folder that may be manifests. */
public final class ManifestFiles {
  /** A folder with more files is none that one person edits. */
  private static final int MAX_VISITED = 200_000;

  private static final int MAX_FOUND = 20_000;
  private static final int MAX_DEPTH = 32;
  private static final int MAX_BYTES = 3 * YamlLimits.DEFAULT.maxTextLength() + 4;

  private ManifestFiles() {}

  /** The YAML and JSON files below a folder. */
  public static List<Path> in(Path folder) {
    return FolderWalk.files(
        folder, MAX_DEPTH, MAX_VISITED, MAX_FOUND, Set.of(".yaml", ".yml", ".json"));
  }

  /** The text of a file that may be a manifest; empty when it is none, or cannot be read. */
  public static Optional<String> text(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = SourceText.decode(file.toString(), in.readNBytes(MAX_BYTES)).text();
      boolean likely =
          text.contains("model_definition") || text.contains("training_data_reference");
      return likely ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
