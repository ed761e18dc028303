package dev.wmllint.lsp.feature;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks for files below a folder, within limits. Hidden folders and installed packages are passed
 * over, and symbolic links are not followed.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
  private final Path folder;
  private final Set<String> endings;
  private final int maxVisited;
  private final int maxFound;
  private final List<Path> found = new ArrayList<>();
  private int visited;

  private FolderWalk(Path folder, Set<String> endings, int maxVisited, int maxFound) {
    this.folder = folder;
    this.endings = endings;
    this.maxVisited = maxVisited;
    this.maxFound = maxFound;
  }

  /**
   * The files found, sorted. What cannot be read, or is over a limit, is not among them.
   *
   * @param endings of the names, in lower case
   */
  static List<Path> files(
      Path folder, int depth, int maxVisited, int maxFound, Set<String> endings) {
    FolderWalk walk = new FolderWalk(folder, endings, maxVisited, maxFound);
    try {
      Files.walkFileTree(folder, Set.of(), depth, walk);
    } catch (IOException e) {
      // what was found up to here still counts
    }
    return walk.found.stream().sorted().toList();
  }

  @Override
  public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
    String name = String.valueOf(directory.getFileName());
    boolean skipped = name.startsWith(".") || name.equals("node_modules");
    return skipped && !directory.equals(folder)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (attributes.isRegularFile() && endings.stream().anyMatch(name::endsWith)) {
      found.add(file);
    }
    boolean enough = ++visited >= maxVisited || found.size() >= maxFound;
    return enough ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFileFailed(Path file, IOException failure) {
    return FileVisitResult.CONTINUE;
  }
}
