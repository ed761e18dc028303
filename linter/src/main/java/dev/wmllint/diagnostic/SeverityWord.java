package dev.wmllint.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The words that users set a rule to: those of the severities, and {@code off}. A severity that is
 * empty means that the rule is switched off.
 */
public final class SeverityWord {
  /** Switches a rule off. */
  public static final String OFF = "off";

  private static final List<String> ALL = allWords();

  private SeverityWord() {}

  private static List<String> allWords() {
    List<String> words = new ArrayList<>();
    words.add(OFF);
    for (Severity severity : Severity.values()) {
      words.add(severity.label());
    }
    return Collections.unmodifiableList(words);
  }

  /** All words, the mildest first. */
  public static List<String> all() {
    return ALL;
  }

  /** All words, as a sentence has them: {@code off, info, warning or error}. */
  public static String choice() {
    int last = ALL.size() - 1;
    return String.join(", ", ALL.subList(0, last)) + " or " + ALL.get(last);
  }

  /** What a word means; empty when it is none of them. */
  public static Optional<Optional<Severity>> read(String word) {
    if (word.equals(OFF)) {
      return Optional.of(Optional.empty());
    }
    for (Severity severity : Severity.values()) {
      if (severity.label().equals(word)) {
        return Optional.of(Optional.of(severity));
      }
    }
    return Optional.empty();
  }

  /** The word for a severity. */
  public static String of(Optional<Severity> severity) {
    return severity.map(Severity::label).orElse(OFF);
  }
}
