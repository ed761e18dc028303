package dev.wmllint.cli;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One manifest to look at.
 *
 * @param name the path as the user gave it or as it was found; {@code -} is standard input
 * @param model the model definition given for it
 * @param searched whether it was found in a folder: then it is passed over when it is no manifest
 */
record Job(String name, Optional<Path> model, boolean searched) {
  static final String STDIN = "-";

  boolean isStdin() {
    return name.equals(STDIN);
  }
}
