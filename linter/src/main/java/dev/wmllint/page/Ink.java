package dev.wmllint.page;

import dev.wmllint.diagnostic.Severity;

/**
 * What a piece of text looks like.
 *
 * @param codes parameters of SGR (ECMA-48, 8.3.117), separated by semicolons; empty for none
 */
record Ink(String codes) {
  static final Ink NONE = new Ink("");
  static final Ink BOLD = new Ink("1");
  static final Ink FAINT = new Ink("2");
  static final Ink ITALIC = new Ink("3");
  static final Ink LINK = new Ink("4");
  static final Ink WRONG = new Ink("31");
  static final Ink RIGHT = new Ink("32");
  static final Ink CODE = new Ink("36");

  /** The colour of a severity, as in the findings. */
  static Ink of(Severity severity) {
    return switch (severity) {
      case ERROR -> BOLD.and(WRONG);
      case WARNING -> BOLD.and(new Ink("33"));
      case INFO -> BOLD.and(CODE);
    };
  }

  /** Both at once: bold code, say. */
  Ink and(Ink other) {
    boolean alone = codes.isEmpty() || other.codes.isEmpty();
    return new Ink(alone ? codes + other.codes : codes + ";" + other.codes);
  }
}
