package dev.wmllint.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Keys that people shorten or lengthen word by word: {@code domain} for {@code domain_name}, {@code
 * desc} for {@code description}, {@code bucket_name} for {@code bucket}.
 */
final class Abbreviation {
  /** A shorter beginning of a word stands for too many. */
  private static final int MIN_BEGINNING = 3;

  /** Longer keys are no names, and not worth comparing. */
  private static final int MAX_LENGTH = 64;

  /** The keys, and the words that each is made of. */
  private final Map<String, List<String>> keys = new LinkedHashMap<>();

  Abbreviation(Collection<String> keys) {
    keys.forEach(key -> this.keys.put(key, words(key)));
  }

  /**
   * The one key that {@code name} shortens or lengthens; of several the closest in length.
   *
   * @param possible the keys that come into question
   */
  Optional<String> of(String name, Predicate<String> possible) {
    if (name.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    List<String> words = words(name);
    List<String> meant = new ArrayList<>();
    keys.forEach(
        (key, others) -> {
          if ((isWithin(words, others) || isWithin(others, words)) && possible.test(key)) {
            meant.add(key);
          }
        });
    // One word out of several keys, such as "name", may be any of them.
    return meant.size() > 1 && words.size() == 1
        ? Optional.empty()
        : meant.stream()
            .min(Comparator.comparingInt(key -> Math.abs(key.length() - name.length())));
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

  /** In lower case; a separator ends a word, and so does a small letter before a large one. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean separator = i == name.length() || "_.- \t\n\u000B\f\r".indexOf(name.charAt(i)) >= 0;
      if (separator || isHump(name, i)) {
        if (i > start) {
          words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
        }
        start = separator ? i + 1 : i;
      }
    }
    return words;
  }

  private static boolean isHump(String name, int at) {
    return at > 0 && isIn('a', name.charAt(at - 1), 'z') && isIn('A', name.charAt(at), 'Z');
  }

  private static boolean isIn(char first, char c, char last) {
    return first <= c && c <= last;
  }
}
