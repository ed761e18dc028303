package dev.wmllint.lsp.document;

import dev.wmllint.discovery.FileSearch;
import dev.wmllint.model.PackingRules;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * The files of a folder that may be a model definition, or in one: as many as can be shown. Hidden
 * folders and files hold what tools keep for themselves.
 */
final class FolderFiles {
  private static final int MAX_FILES_VISITED = 2_000;
  private static final int MAX_FILES_DEPTH = 8;
  private static final int MAX_ZIPS_VISITED = 20_000;
  private static final int MAX_ZIPS_DEPTH = 4;

  /** A list that people can still read. */
  private static final int MAX_ZIPS = 40;

  private FolderFiles() {}

  /**
   * The files that may become a model definition, those in the folder before those below. Stops
   * after some thousand files, and never throws.
   *
   * @return paths from the folder on, with {@code /} between names
   */
  static List<String> of(Path folder) {
    Predicate<String> packed = file -> PackingRules.junk(file).isEmpty();
    Set<String> names = new LinkedHashSet<>(in(folder, 1, MAX_FILES_VISITED, packed));
    names.addAll(in(folder, MAX_FILES_DEPTH, MAX_FILES_VISITED, packed));
    return List.copyOf(names);
  }

  /** The zips in the folder and below, in the same way. */
  static List<String> zips(Path folder) {
    return in(folder, MAX_ZIPS_DEPTH, MAX_ZIPS_VISITED, FolderFiles::isZip).stream()
        .limit(MAX_ZIPS)
        .toList();
  }

  private static boolean isZip(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  private static List<String> in(
      Path folder, int depth, int maxVisited, Predicate<String> accepted) {
    AtomicInteger visited = new AtomicInteger();
    return FileSearch.in(
            folder,
            depth,
            file -> !isHidden(file) && accepted.test(slashes(file)),
            () -> visited.incrementAndGet() > maxVisited)
        .files()
        .stream()
        .map(file -> slashes(folder.relativize(Path.of(file))))
        .toList();
  }

  private static String slashes(Path file) {
    return file.toString().replace('\\', '/');
  }

  private static boolean isHidden(Path file) {
    for (Path name : file) {
      if (name.toString().startsWith(".")) {
        return true;
      }
    }
    return false;
  }
}
