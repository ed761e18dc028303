package dev.wmllint.cli;

import dev.wmllint.discovery.FileSearch;
import dev.wmllint.file.Glob;
import dev.wmllint.spi.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** The files that a glob stands for which the shell has left alone. */
final class GlobSearch {
  private GlobSearch() {}

  static boolean isGlob(String file) {
    return file.chars().anyMatch(c -> c == '*' || c == '?' || c == '[' || c == '{');
  }

  /**
   * @throws UsageException when it is no glob, or no path stands before its first wildcard
   */
  static FileSearch matching(String glob) throws UsageException {
    int wild = 0;
    while (!isGlob(glob.substring(wild, wild + 1))) {
      wild++;
    }
    int slash = glob.lastIndexOf('/', wild);
    String base = glob.substring(0, slash + 1);
    String pattern = glob.substring(slash + 1);
    int depth =
        pattern.contains("**")
            ? Integer.MAX_VALUE
            : 1 + (int) pattern.chars().filter(c -> c == '/').count();
    try {
      Path start = Path.of(base.isEmpty() ? "." : base);
      Glob parsed = Glob.parse(pattern);
      FileSearch found = FileSearch.in(start, depth, parsed::matchesItself, () -> false);
      return base.isEmpty() ? withoutDot(found) : found;
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: '" + glob + "'");
    } catch (Glob.SyntaxException e) {
      throw new UsageException("not a glob: '" + glob + "'");
    }
  }

  private static FileSearch withoutDot(FileSearch found) {
    return new FileSearch(
        found.files().stream().map(file -> file.substring(2)).toList(),
        found.unread(),
        found.unnamed());
  }
}
