package dev.wmllint.rule;

import dev.wmllint.text.Nearest;
import java.util.Collection;
import java.util.List;

/** The turns of phrase that messages share. */
public final class Words {
  /** More allowed values than this are no help: then the nearest are named. */
  private static final int MAX_LISTED = 8;

  private static final int NEAREST = 3;

  /** Longer values are cut in messages: the place is underlined anyway. */
  private static final int MAX_QUOTED = 60;

  private Words() {}

  /** {@code supported: a, b, c}, or of many the nearest. */
  public static String known(String label, String word, Collection<String> values) {
    if (values.size() <= MAX_LISTED) {
      return label + ": " + String.join(", ", values);
    }
    List<String> nearest = Nearest.most(word, values, NEAREST);
    return label + " (nearest of " + values.size() + "): " + String.join(", ", nearest);
  }

  /** A value for a message: on one line, and not too long. */
  public static String shown(String value) {
    String line = value.replaceAll("\\s+", " ").strip();
    return line.length() <= MAX_QUOTED ? line : line.substring(0, MAX_QUOTED) + "…";
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String and(List<String> words) {
    return joined(words, " and ");
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  public static String or(List<String> words) {
    return joined(words, " or ");
  }

  /**
   * A sentence as a message has it: in lower case unless it starts with an acronym, no full stop.
   */
  public static String clause(String sentence) {
    String words = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    boolean acronym = words.length() < 2 || Character.isUpperCase(words.charAt(1));
    return acronym ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  private static String joined(List<String> words, String last) {
    if (words.size() <= 1) {
      return String.join("", words);
    }
    return String.join(", ", words.subList(0, words.size() - 1))
        + last
        + words.get(words.size() - 1);
  }
}
