package dev.wmllint.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An argument of a program: {@code --flag}, {@code --flag value}, {@code --flag=value} or a value
 * alone. Whether a word after an option is its value, only the program knows: it is taken for one.
 *
 * @param option with its dashes, without the value
 * @param value the value alone: a word, or the part of one after the equals sign
 */
public record Argument(Optional<String> option, Optional<Word> value) {
  /** The value as text; empty when there is none, or when it is unknowable. */
  public Optional<String> literal() {
    return value.flatMap(Word::literal);
  }

  /** Pairs the options among {@code words} with their values. */
  static List<Argument> of(List<Word> words) {
    List<Argument> found = new ArrayList<>();
    int at = 0;
    boolean options = true;
    while (at < words.size()) {
      Word word = words.get(at++);
      boolean endOfOptions = options && word.is("--");
      if (endOfOptions || !options || !isOption(word)) {
        options &= !endOfOptions;
        found.add(new Argument(Optional.empty(), Optional.of(word)));
        continue;
      }
      int equals = word.plainPrefix().indexOf('=');
      if (equals >= 0) {
        String name = word.plainPrefix().substring(0, equals);
        Optional<Word> value = Optional.of(word.withoutPrefix(equals + 1));
        found.add(new Argument(Optional.of(name), value));
      } else if (at < words.size() && !isOption(words.get(at))) {
        found.add(new Argument(word.literal(), Optional.of(words.get(at++))));
      } else {
        found.add(new Argument(word.literal(), Optional.empty()));
      }
    }
    return found;
  }

  /** A dash and a letter; {@code -1.5} is a number, and {@code -} the standard input. */
  static boolean isOption(Word word) {
    String text = word.literalPrefix();
    return text.length() > 1
        && text.charAt(0) == '-'
        && !ShellChars.isDigit(text.charAt(1))
        && text.charAt(1) != '.';
  }
}
