package dev.wmllint.cli;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.spi.UsageException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Looks through folders: for files that may be manifests, and for those that a glob stands for.
 * Symbolic links below the start are not followed.
 *
 * @param files the files found, sorted, named from the start as it was given
 * @param unread folders that could not be looked into
 */
record ManifestSearch(List<String> files, List<String> unread) {
  private static final List<String> MANIFESTS = List.of(".yaml", ".yml", ".json");
  private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules");
  private static final int MAX_DEPTH = 64;

  /** The files of a folder, and of those in it, that may be manifests by their names. */
  static ManifestSearch in(Path folder) {
    return new Walk(folder, MAX_DEPTH, ManifestSearch::mayBeManifest).run();
  }

  private static boolean mayBeManifest(Path path) {
    String name = String.valueOf(path.getFileName());
    return isManifestName(name) && !ConfigFinder.isConfigName(name);
  }

  private static boolean isManifestName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return MANIFESTS.stream().anyMatch(lower::endsWith);
  }

  static boolean isGlob(String file) {
    return file.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  /**
   * The files that a glob stands for.
   *
   * @throws UsageException when it is no glob, or no path stands before its first wildcard
   */
  static ManifestSearch matching(String glob) throws UsageException {
    int wild = 0;
    while (!isGlob(glob.substring(wild, wild + 1))) {
      wild++;
    }
    int slash = glob.lastIndexOf('/', wild);
    String base = glob.substring(0, slash + 1);
    String pattern = glob.substring(slash + 1);
    int depth =
        pattern.contains("**")
            ? MAX_DEPTH
            : 1 + (int) pattern.chars().filter(c -> c == '/').count();
    try {
      Path start = Path.of(base.isEmpty() ? "." : base);
      PathMatcher matcher = start.getFileSystem().getPathMatcher("glob:" + pattern);
      ManifestSearch found = new Walk(start, depth, matcher::matches).run();
      return base.isEmpty() ? found.withoutDot() : found;
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: '" + glob + "'");
    } catch (IllegalArgumentException e) {
      throw new UsageException("not a glob: '" + glob + "'");
    }
  }

  private ManifestSearch withoutDot() {
    return new ManifestSearch(files.stream().map(file -> file.substring(2)).toList(), unread);
  }

  /** One walk. */
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path start;
    private final int depth;
    private final Predicate<Path> wanted;
    private final List<String> found = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private Path root;

    Walk(Path start, int depth, Predicate<Path> wanted) {
      this.start = start;
      this.depth = depth;
      this.wanted = wanted;
      this.root = start;
    }

    ManifestSearch run() {
      try {
        // A folder that was named is looked into, also when it is a link.
        root = start.toRealPath();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), depth, this);
      } catch (IOException e) {
        unread.add(start.toString());
      }
      Collections.sort(found);
      return new ManifestSearch(List.copyOf(found), List.copyOf(unread));
    }

    private String named(Path path) {
      Path relative = root.relativize(path);
      return relative.toString().isEmpty()
          ? start.toString()
          : start.resolve(relative.toString()).toString();
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      Path name = folder.getFileName();
      boolean passedOver =
          !folder.equals(root) && name != null && PASSED_OVER.contains(name.toString());
      return passedOver ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile() && wanted.test(root.relativize(file))) {
        found.add(named(file));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      unread.add(named(file));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      if (e != null) {
        unread.add(named(folder));
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
