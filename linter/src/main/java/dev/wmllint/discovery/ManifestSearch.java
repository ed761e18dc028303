package dev.wmllint.discovery;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.engine.LintResult;
import dev.wmllint.manifest.DocumentKind;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/**
 * Looks for the manifests of a folder that was named instead of them. Whether a file that is found
 * is one shows when it is read: {@link LintResult#isManifest}.
 */
public final class ManifestSearch {
  private ManifestSearch() {}

  /**
   * The files of a folder, and of those in it, that may be manifests by their names.
   *
   * @param cancelled whether the search is to end with what it has found
   */
  public static FileSearch in(Path folder, BooleanSupplier cancelled) {
    return FileSearch.in(folder, FileSearch.MAX_DEPTH, ManifestSearch::mayBeManifest, cancelled);
  }

  private static boolean mayBeManifest(Path path) {
    String name = String.valueOf(path.getFileName());
    return DocumentKind.isManifestName(name) && !ConfigFinder.isConfigName(name);
  }
}
