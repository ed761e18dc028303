package dev.wmllint.rules.stores;

import dev.wmllint.text.Blanks;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.stream.IntStream;

/** What belongs to a value that a store takes to the letter, and what came along with it. */
final class LiteralValue {
  private LiteralValue() {}

  /** The part of a value without the white space and the invisible characters around it. */
  static Span core(String value) {
    int first = 0;
    int last = value.length();
    while (last > 0 && isUnseen(value.charAt(last - 1))) {
      last--;
    }
    while (first < last && isUnseen(value.charAt(first))) {
      first++;
    }
    return new Span(first, last);
  }

  /** Where in the core invisible characters are, which are no spaces. */
  static List<Span> invisible(String value) {
    Span core = core(value);
    return IntStream.range(core.start(), core.end())
        .filter(at -> Blanks.isOdd(value.charAt(at)))
        .mapToObj(at -> new Span(at, at + 1))
        .toList();
  }

  /** Whether nothing came along. */
  static boolean isClean(String value) {
    return core(value).length() == value.length() && invisible(value).isEmpty();
  }

  private static boolean isUnseen(char c) {
    return Character.isWhitespace(c) || Blanks.isOdd(c);
  }
}
