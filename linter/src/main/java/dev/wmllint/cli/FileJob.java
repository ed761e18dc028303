package dev.wmllint.cli;

import dev.wmllint.text.SourceText;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * One manifest of the command line.
 *
 * @param name in messages: the path as the user gave it or as it was found
 * @param path where the manifest is; for standard input, where it would be: its model definition
 *     and configuration are looked for beside it
 * @param searched whether it was found in a folder: then it is passed over when it is not a
 *     manifest
 */
record FileJob(String name, Path path, Optional<Path> model, boolean searched, boolean isStdin) {
  static final String STDIN = "-";

  private static final Path USUAL_NAME = Path.of("job.yaml");

  static FileJob named(String name, Path path, Optional<Path> model) {
    return new FileJob(name, path, model, false, false);
  }

  /**
   * The manifest on standard input. It is in the current folder, unless its name says otherwise.
   *
   * @param name {@code --stdin-filename}
   */
  static FileJob stdin(Optional<String> name, Optional<Path> model) {
    Path path;
    try {
      path = name.map(Path::of).orElse(USUAL_NAME);
    } catch (InvalidPathException e) {
      path = USUAL_NAME;
    }
    return new FileJob(name.orElse(SourceText.STDIN), path, model, false, true);
  }

  FileJob withModel(Path other) {
    return new FileJob(name, path, Optional.of(other), searched, isStdin);
  }

  Path folder() {
    return folder(path);
  }

  /** The folder of a file; the current one is the empty path. */
  static Path folder(Path file) {
    Path parent = file.getParent();
    return parent == null ? Path.of("") : parent;
  }
}
