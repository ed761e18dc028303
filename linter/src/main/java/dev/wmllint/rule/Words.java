package dev.wmllint.rule;

import dev.wmllint.text.Nearest;
import java.util.Collection;
import java.util.List;

/** The turns of phrase that messages share. */
public final class Words {
  /** More allowed values than this are no help: then the nearest are named. */
  private static final int MAX_LISTED = 8;

  private static final int NEAREST = 3;

  private Words() {}

  /** {@code supported: a, b, c}, or of many the nearest. */
  public static String known(String label, String word, Collection<String> values) {
    if (values.size() <= MAX_LISTED) {
      return label + ": " + String.join(", ", values);
    }
    List<String> nearest = Nearest.most(word, values, NEAREST);
    return label + " (nearest of " + values.size() + "): " + String.join(", ", nearest);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String and(List<String> words) {
    int last = words.size() - 1;
    return last < 1
        ? String.join("", words)
        : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }

  /**
   * A sentence as a message has it: in lower case unless it starts with an acronym, no full stop.
   */
  public static String clause(String sentence) {
    String words = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    boolean acronym = words.length() < 2 || Character.isUpperCase(words.charAt(1));
    return acronym ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
