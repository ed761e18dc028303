package dev.wmllint.help;

import dev.wmllint.help.CommandLineShape.Candidate;
import java.util.List;

/** What an argument can be. */
sealed interface Value {
  /** Something that cannot be guessed. */
  record Anything() implements Value {}

  record File() implements Value {}

  record Folder() implements Value {}

  /**
   * One of some words.
   *
   * @param withFile whether {@code =} and a path may follow the word
   */
  record Words(List<Candidate> words, boolean withFile) implements Value {
    public Words {
      words = List.copyOf(words);
    }
  }

  /** {@code KEY=VALUE}, and perhaps more of them after a comma. */
  record Pairs(List<Candidate> keys, List<String> values) implements Value {
    public Pairs {
      keys = List.copyOf(keys);
      values = List.copyOf(values);
    }
  }
}
