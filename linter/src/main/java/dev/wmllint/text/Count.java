package dev.wmllint.text;

/** Numbers of things, in words. */
public final class Count {
  private Count() {}

  /** {@code 1 error}, {@code 2 errors}: for nouns that take an s. */
  public static String of(long number, String noun) {
    return of(number, noun, noun + "s");
  }

  /** {@code 1 entry}, {@code 2 entries}. */
  public static String of(long number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
