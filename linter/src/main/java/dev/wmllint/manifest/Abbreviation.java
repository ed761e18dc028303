package dev.wmllint.manifest;

import dev.wmllint.text.Ordering;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Keys that people shorten or lengthen word by word: {@code domain} for {@code domain_name}, {@code
 * desc} for {@code description}, {@code bucket_name} for {@code bucket}.
 */
final class Abbreviation {
  private static final Pattern WORD_END = Pattern.compile("[_\\s.-]+|(?<=[a-z])(?=[A-Z])");

  /** A shorter beginning of a word stands for too many. */
  private static final int MIN_BEGINNING = 3;

  /** Longer keys are no names, and not worth comparing. */
  private static final int MAX_LENGTH = 64;

  private Abbreviation() {}

  /** The one key that {@code name} shortens or lengthens; of several the closest in length. */
  static Optional<String> of(String name, Collection<String> keys) {
    if (name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    List<String> words = words(name);
    List<String> meant = new ArrayList<>();
    for (String key : keys) {
      List<String> others = words(key);
      if (isWithin(words, others) || isWithin(others, words)) {
        meant.add(key);
      }
    }
    // One word out of several keys, such as "name", may be any of them.
    return meant.size() > 1 && words.size() == 1
        ? Optional.empty()
        : meant.stream().min(Ordering.by(key -> Math.abs(key.length() - name.length())));
  }

  /** Whether the words of the one begin words of the other, in the same order. */
  private static boolean isWithin(List<String> some, List<String> all) {
    int next = 0;
    for (String word : all) {
      if (next < some.size() && begins(some.get(next), word)) {
        next++;
      }
    }
    return next == some.size();
  }

  private static boolean begins(String beginning, String word) {
    return word.equals(beginning)
        || (beginning.length() >= MIN_BEGINNING && word.startsWith(beginning));
  }

  private static List<String> words(String name) {
    return WORD_END
        .splitAsStream(name)
        .filter(word -> !word.isEmpty())
        .map(word -> word.toLowerCase(Locale.ROOT))
        .toList();
  }
}
