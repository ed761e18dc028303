package dev.wmllint.report;

import dev.wmllint.file.Reach;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What paths start from in the formats whose readers know a repository, and no current folder.
 *
 * @param current the folder that paths on the command line start from; absolute
 * @param folder the repository's, absolute; the current one where there is none
 */
public record ReportRoot(Path current, Path folder) {
  /**
   * The folder that the CI names, where that is around the current one, or else the git work tree.
   *
   * @param environment of the process
   */
  public static ReportRoot of(Path current, Map<String, String> environment) {
    Stream<Path> named =
        Stream.of("CI_PROJECT_DIR", "GITHUB_WORKSPACE")
            .flatMap(name -> Optional.ofNullable(environment.get(name)).stream())
            .flatMap(name -> real(name).stream())
            .filter(current::startsWith);
    return new ReportRoot(
        current, named.findFirst().or(() -> Reach.workTree(current)).orElse(current));
  }

  private static Optional<Path> real(String name) {
    try {
      return Optional.of(Path.of(name).toRealPath());
    } catch (InvalidPathException | IOException e) {
      return Optional.empty();
    }
  }

  /** A path of the command line as the reader wants it; an absolute one outside stays as it is. */
  PortablePath path(String path) {
    try {
      Path file = current.resolve(path).normalize();
      boolean inside = file.startsWith(folder) || !Path.of(path).isAbsolute();
      if (inside && !path.equals(SourceText.STDIN)) {
        return PortablePath.of(folder.relativize(file).toString());
      }
    } catch (IllegalArgumentException e) {
      // No path, such as <stdin> on Windows, or on another drive: shown as it is.
    }
    return PortablePath.of(path);
  }
}
