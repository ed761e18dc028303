package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.ManifestCommand.FileUse;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.text.Count;
import java.util.Locale;
import java.util.Optional;

/** The files of a model definition, as an editor shows and opens them. */
public final class ModelEntries {
  private ModelEntries() {}

  public static String name(ModelDefinition model) {
    return Optional.ofNullable(model.path().getFileName())
        .map(Object::toString)
        .filter(name -> !name.isEmpty())
        .orElse(".");
  }

  /** The file that a word of the command means, if the model definition has it. */
  public static Optional<ModelEntry> find(ModelDefinition model, FileUse use) {
    return use.paths().stream().flatMap(path -> model.file(path).stream()).findFirst();
  }

  /** A size for people. */
  public static String size(long bytes) {
    if (bytes < 1_000) {
      return Count.of(bytes, "byte");
    }
    double kilobytes = bytes / 1_000.0;
    return kilobytes < 1_000
        ? String.format(Locale.ROOT, "%.1f kB", kilobytes)
        : String.format(Locale.ROOT, "%.1f MB", kilobytes / 1_000);
  }
}
