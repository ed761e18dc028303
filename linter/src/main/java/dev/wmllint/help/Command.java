package dev.wmllint.help;

import java.util.List;
import java.util.Optional;

/**
 * A command, or the program without one.
 *
 * @param name empty for the program
 * @param summary half a sentence
 * @param argument empty when it takes none
 */
record Command(String name, String summary, List<Option> options, Optional<Argument> argument) {
  Command {
    options = List.copyOf(options);
  }
}
