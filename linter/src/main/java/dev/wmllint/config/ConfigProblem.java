package dev.wmllint.config;

import dev.wmllint.text.Position;
import dev.wmllint.text.Span;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Something in a configuration that is not right.
 *
 * @param file the configuration, as it is to be shown
 * @param place where in its text; empty when the file as a whole is meant
 * @param message what is wrong, and then what would be right; one line, no full stop
 */
public record ConfigProblem(Path file, Optional<Place> place, String message) {
  /**
   * A place in the configuration.
   *
   * @param span the smallest thing to touch
   */
  public record Place(Span span, Position start) {}

  /** In one line, as compilers say it: {@code .wml-lint.yaml:3:5: error: …}, counted from 1. */
  public String line() {
    String where =
        place.map(at -> ":" + (at.start().line() + 1) + ":" + (at.start().column() + 1)).orElse("");
    return file + where + ": error: " + message;
  }
}
