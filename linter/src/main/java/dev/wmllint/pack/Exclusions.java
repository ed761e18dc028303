package dev.wmllint.pack;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.PatternSyntaxException;

/** The globs of what to leave out. */
final class Exclusions {
  private final List<Exclusion> exclusions = new ArrayList<>();
  private final Set<String> unused = new LinkedHashSet<>();

  private record Exclusion(String glob, PathMatcher matcher, boolean ofWholePath) {}

  /**
   * Reads the globs.
   *
   * @throws PackException when one cannot be understood
   */
  Exclusions(List<String> globs, FileSystem fileSystem) throws PackException {
    for (String glob : globs) {
      String pattern = glob.startsWith("./") ? glob.substring(2) : glob;
      pattern = pattern.endsWith("/") ? pattern.substring(0, pattern.length() - 1) : pattern;
      boolean ofWholePath = pattern.contains("/");
      pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
      try {
        PathMatcher matcher = fileSystem.getPathMatcher("glob:" + pattern);
        exclusions.add(new Exclusion(glob, matcher, ofWholePath));
      } catch (PatternSyntaxException e) {
        throw new PackException("'" + glob + "' is no glob");
      }
    }
    unused.addAll(globs);
  }

  /**
   * The first glob that matches.
   *
   * @param path from the folder that is packed
   */
  Optional<String> match(Path path) {
    for (Exclusion exclusion : exclusions) {
      if (exclusion.matcher().matches(exclusion.ofWholePath() ? path : path.getFileName())) {
        unused.remove(exclusion.glob());
        return Optional.of(exclusion.glob());
      }
    }
    return Optional.empty();
  }

  /** Those that have matched nothing yet. */
  List<String> unused() {
    return List.copyOf(unused);
  }
}
