package dev.wmllint.lsp.document;

import dev.wmllint.discovery.FileSearch;
import dev.wmllint.model.PackingRules;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The files of a folder that may turn out to be a model definition: as many as can be shown. */
final class FolderFiles {
  private static final int MAX_VISITED = 2_000;
  private static final int MAX_DEPTH = 8;

  private FolderFiles() {}

  /**
   * Lists a folder, those that stand in it before those below, without what tools keep there for
   * themselves. Stops after some thousand files, and never throws.
   *
   * @return paths from the folder on, with {@code /} between names
   */
  static List<String> in(Path folder) {
    Set<String> names = new LinkedHashSet<>(in(folder, 1));
    names.addAll(in(folder, MAX_DEPTH));
    return List.copyOf(names);
  }

  private static List<String> in(Path folder, int depth) {
    AtomicInteger visited = new AtomicInteger();
    return FileSearch.in(
            folder, depth, FolderFiles::isUsers, () -> visited.incrementAndGet() > MAX_VISITED)
        .files()
        .stream()
        .map(file -> folder.relativize(Path.of(file)).toString().replace('\\', '/'))
        .toList();
  }

  private static boolean isUsers(Path file) {
    for (Path name : file) {
      if (name.toString().startsWith(".")) {
        return false;
      }
    }
    return PackingRules.junk(file.toString().replace('\\', '/')).isEmpty();
  }
}
