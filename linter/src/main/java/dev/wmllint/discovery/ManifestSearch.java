package dev.wmllint.discovery;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.engine.LintResult;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Looks for the manifests of a folder that was named instead of them. Whether a file that is found
 * is one shows when it is read: {@link LintResult#isManifest}.
 */
public final class ManifestSearch {
  private static final List<String> ENDINGS = List.of(".yaml", ".yml", ".json");

  private ManifestSearch() {}

  /** The files of a folder, and of those in it, that may be manifests by their names. */
  public static FileSearch in(Path folder) {
    return in(folder, () -> false);
  }

  /**
   * The same, for somebody who may lose interest.
   *
   * @param cancelled whether the search is to end with what it has found
   */
  public static FileSearch in(Path folder, BooleanSupplier cancelled) {
    return FileSearch.in(folder, FileSearch.MAX_DEPTH, ManifestSearch::mayBeManifest, cancelled);
  }

  private static boolean mayBeManifest(Path path) {
    String name = String.valueOf(path.getFileName());
    String lower = name.toLowerCase(Locale.ROOT);
    return ENDINGS.stream().anyMatch(lower::endsWith) && !ConfigFinder.isConfigName(name);
  }
}
