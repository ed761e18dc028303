package dev.wmllint.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Arguments read in the way of {@code getopt}: short options may be joined, with a value after the
 * last.
 *
 * @param options by letter ({@code O}) or by long name ({@code --output})
 * @param operands what is no option and no option's value
 */
record ToolArguments(List<Option> options, List<Word> operands) {
  record Option(String name, Optional<Word> value) {}

  /**
   * @param valueLetters short options that take a value
   * @param valueNames long options that take a value, with their dashes
   */
  static ToolArguments of(List<Word> words, String valueLetters, Set<String> valueNames) {
    List<Option> options = new ArrayList<>();
    List<Word> operands = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Word word = words.get(at++);
      Optional<Word> next = at < words.size() ? Optional.of(words.get(at)) : Optional.empty();
      String text = word.plainPrefix();
      if (word.is("--")) {
        operands.addAll(words.subList(at, words.size()));
        break;
      } else if (text.startsWith("--")) {
        int equals = text.indexOf('=');
        boolean takesNext = equals < 0 && valueNames.contains(text);
        options.add(
            equals < 0
                ? new Option(text, takesNext ? next : Optional.empty())
                : new Option(
                    text.substring(0, equals), Optional.of(word.withoutPrefix(equals + 1))));
        at += takesNext ? 1 : 0;
      } else if (text.startsWith("-") && !word.is("-")) {
        at += addShort(word, text, valueLetters, next, options) ? 1 : 0;
      } else {
        operands.add(word);
      }
    }
    return new ToolArguments(options, operands);
  }

  /** Adds the letters of {@code text}; whether the next word is the last one's value. */
  private static boolean addShort(
      Word word, String text, String valueLetters, Optional<Word> next, List<Option> options) {
    for (int i = 1; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      if (!valueLetters.contains(letter)) {
        options.add(new Option(letter, Optional.empty()));
        continue;
      }
      boolean joined = i + 1 < text.length() || word.parts().size() > 1;
      options.add(new Option(letter, joined ? Optional.of(word.withoutPrefix(i + 1)) : next));
      return !joined;
    }
    return false;
  }

  boolean has(String... names) {
    List<String> wanted = List.of(names);
    return options.stream().anyMatch(option -> wanted.contains(option.name()));
  }

  /** The values of the options with these names. */
  List<Word> values(String... names) {
    List<String> wanted = List.of(names);
    return options.stream()
        .filter(option -> wanted.contains(option.name()))
        .flatMap(option -> option.value().stream())
        .toList();
  }
}
