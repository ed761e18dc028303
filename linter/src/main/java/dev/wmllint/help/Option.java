package dev.wmllint.help;

import java.util.List;
import java.util.Optional;

/**
 * An option.
 *
 * @param names with their dashes
 * @param description half a sentence
 * @param repeatable whether it may be given more than once
 * @param value empty for a flag
 */
record Option(
    List<String> names, String description, boolean repeatable, Optional<Argument> value) {
  Option {
    names = List.copyOf(names);
  }
}
