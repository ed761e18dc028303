package dev.wmllint.discovery;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.engine.LintResult;
import dev.wmllint.manifest.DocumentKind;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Looks through folders for files. Symbolic links below the start are not followed, and {@code
 * .git} and {@code node_modules} are passed over.
 *
 * @param files the files found, sorted, named from the start as it was given
 * @param unread folders that could not be looked into
 * @param unnamed files whose names are not text, and which can be read under no other name
 */
public record FileSearch(List<String> files, List<String> unread, List<String> unnamed) {
  private static final Set<String> PASSED_OVER = Set.of(".git", "node_modules");

  public FileSearch {
    files = List.copyOf(files);
    unread = List.copyOf(unread);
    unnamed = List.copyOf(unnamed);
  }

  /**
   * Searches a folder that was named instead of its manifests for files that may be manifests by
   * their names. Whether one is shows when it is read: {@link LintResult#isManifest}.
   *
   * @param cancelled whether the search is to end with what it has found
   */
  public static FileSearch forManifests(Path folder, BooleanSupplier cancelled) {
    return in(folder, Integer.MAX_VALUE, FileSearch::mayBeManifest, cancelled);
  }

  private static boolean mayBeManifest(Path path) {
    String name = String.valueOf(path.getFileName());
    return DocumentKind.isManifestName(name) && !ConfigFinder.isConfigName(name);
  }

  /**
   * Searches a folder, and those in it.
   *
   * @param depth 1 for the folder alone
   * @param wanted whether a file is, by its path from the folder on
   * @param enough asked before each file; the search ends when it says so
   */
  public static FileSearch in(
      Path folder, int depth, Predicate<Path> wanted, BooleanSupplier enough) {
    List<String> found = new ArrayList<>();
    List<String> unread = new ArrayList<>();
    List<String> unnamed = new ArrayList<>();
    try {
      // A folder that was named is looked into, also when it is a link.
      Path root = folder.toRealPath();
      Walk walk = new Walk(folder, root, wanted, enough, found, unread, unnamed);
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), depth, walk);
    } catch (IOException e) {
      unread.add(folder.toString());
    }
    Collections.sort(found);
    return new FileSearch(found, unread, unnamed);
  }

  private record Walk(
      Path start,
      Path root,
      Predicate<Path> wanted,
      BooleanSupplier enough,
      List<String> found,
      List<String> unread,
      List<String> unnamed)
      implements FileVisitor<Path> {
    private Path shown(Path path) {
      Path relative = root.relativize(path);
      return relative.toString().isEmpty() ? start : start.resolve(relative);
    }

    /** Whether its name leads back to a file: not where its bytes are no text in the locale. */
    private static boolean isNamed(Path file) {
      try {
        return Path.of(file.toString()).equals(file);
      } catch (InvalidPathException e) {
        return false;
      }
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
      if (enough.getAsBoolean()) {
        return FileVisitResult.TERMINATE;
      }
      if (attributes.isRegularFile() && wanted.test(root.relativize(file))) {
        Path shown = shown(file);
        (isNamed(shown) ? found : unnamed).add(shown.toString());
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      unread.add(shown(file).toString());
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      if (e != null) {
        unread.add(shown(folder).toString());
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
