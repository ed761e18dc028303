package dev.wmllint.config;

import java.nio.file.Path;

/** Paths as people know them: from the working folder on where they lie below it. */
final class ShownPath {
  private ShownPath() {}

  /** The same place; {@code ..} is left in it, for what is before it may be a link. */
  static Path of(Path path) {
    Path absolute = path.toAbsolutePath();
    Path here = Path.of("").toAbsolutePath();
    boolean below = absolute.startsWith(here) && !absolute.equals(here);
    return below ? absolute.subpath(here.getNameCount(), absolute.getNameCount()) : absolute;
  }
}
