package dev.wmllint.help;

import dev.wmllint.help.CommandLineShape.Candidate;
import java.util.List;

/**
 * What an argument can be.
 *
 * @param words the words to offer; of pairs the keys
 * @param values the values of pairs
 */
record Value(Kind kind, List<Candidate> words, List<String> values) {
  enum Kind {
    /** Something that cannot be guessed. */
    ANYTHING,
    FILE,
    FOLDER,
    /** One of some words. */
    WORDS,
    /** The same; {@code =} and a path may follow the word. */
    WORDS_WITH_FILE,
    /** {@code KEY=VALUE}, and perhaps more of them after a comma. */
    PAIRS
  }

  static Value of(Kind kind) {
    return new Value(kind, List.of(), List.of());
  }
}
