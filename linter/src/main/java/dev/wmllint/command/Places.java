package dev.wmllint.command;

import dev.wmllint.command.WordPart.Expansion;
import dev.wmllint.command.WordPart.VariableUse;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the place that a word names. */
final class Places {
  /** Folders that the service makes beside the model definition. */
  private static final Pattern OTHER_FOLDER =
      Pattern.compile("(DATA|RESULT|RESULT_BUCKET|JOB_STATE|LOG|CHECKPOINT)_DIR|HOME|TMPDIR");

  /** What {@code find}, {@code xargs} and {@code parallel} put a name in the place of. */
  private static final Pattern FILLED_IN = Pattern.compile("\\{[^{}]{0,3}\\}");

  private final Set<String> assigned;

  /**
   * @param assigned variables that the command sets itself: their value is not the service's
   */
  Places(Set<String> assigned) {
    this.assigned = assigned;
  }

  /** The place that {@code word} names when it is read in {@code folder}. */
  Place of(Word word, Place folder) {
    Optional<String> literal = word.literal();
    if (literal.filter(FILLED_IN.asPredicate()).isPresent()) {
      return Place.UNKNOWN;
    }
    if (literal.isPresent()) {
      return folder.resolve(literal.get());
    }
    if (word.literalPrefix().startsWith("/")) {
      return Place.OUTSIDE;
    }
    if (word.parts().isEmpty()) {
      return Place.UNKNOWN;
    }
    WordPart first = word.parts().get(0);
    if (first instanceof Expansion expansion && expansion.isHome()) {
      return Place.OUTSIDE;
    }
    if (first instanceof VariableUse variable
        && variable.form() == VariableUse.Form.PLAIN
        && !assigned.contains(variable.name())) {
      return afterVariable(variable.name(), word, folder);
    }
    return Place.UNKNOWN;
  }

  private static Place afterVariable(String name, Word word, Place folder) {
    if (OTHER_FOLDER.matcher(name).matches()) {
      return Place.OUTSIDE;
    }
    Place base =
        switch (name) {
          case "MODEL_DIR" -> Place.ROOT;
          case "PWD" -> folder;
          default -> Place.UNKNOWN;
        };
    Optional<String> rest = word.literal(1);
    if (rest.isEmpty() || base.isUnknown()) {
      return Place.UNKNOWN;
    }
    if (rest.get().isEmpty()) {
      return base;
    }
    return rest.get().startsWith("/") ? base.resolve("." + rest.get()) : Place.UNKNOWN;
  }
}
