package dev.wmllint.model;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What belongs into a model definition. The linter reports what breaks these rules, and packing
 * keeps to the same.
 */
public final class PackingRules {
  private PackingRules() {}

  /**
   * What a leaving of some tool is, as half a sentence; empty for what is none.
   *
   * @param path from the root, {@code /} between its parts
   */
  public static Optional<String> junk(String path) {
    return JunkKind.of(path).map(JunkKind::what);
  }

  /**
   * Whether a file is a training manifest, which is submitted beside the zip and not in it.
   *
   * @param name its path from the root, {@code /} between its parts
   * @param file where to read its first bytes, should the name leave a doubt
   * @throws IOException when the file cannot be read
   */
  public static boolean isManifest(String name, Path file) throws IOException {
    return ContentLook.isManifest(name, file);
  }

  /**
   * What is wrong with a name, when it is unpacked.
   *
   * @param name the path from the root, {@code /} between its parts
   */
  public static Optional<ModelFault> unsafeName(String name) {
    return NameCheck.unsafe(name).map(cause -> cause.fault(name, ""));
  }

  /** What is wrong with a number of files and folders. */
  public static Optional<ModelFault> tooMany(int entries, ModelLimits limits) {
    return entries > limits.maxEntries()
        ? Optional.of(
            UnreadableModelException.tooManyEntries(limits.maxEntries(), true, limits).fault())
        : Optional.empty();
  }
}
