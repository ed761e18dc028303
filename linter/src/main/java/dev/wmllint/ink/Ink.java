package dev.wmllint.ink;

/**
 * What a piece of text looks like on a terminal.
 *
 * @param codes parameters of SGR (ECMA-48, 8.3.117), separated by semicolons; empty for none
 */
public record Ink(String codes) {
  public static final Ink NONE = new Ink("");
  public static final Ink BOLD = new Ink("1");
  public static final Ink FAINT = new Ink("2");
  public static final Ink ITALIC = new Ink("3");
  public static final Ink LINK = new Ink("4");
  public static final Ink WRONG = new Ink("31");
  public static final Ink RIGHT = new Ink("32");
  public static final Ink DOUBTFUL = new Ink("33");
  public static final Ink CODE = new Ink("36");
  public static final Ink PLACE = CODE;

  /** Both at once: bold code, say. */
  public Ink and(Ink other) {
    boolean alone = codes.isEmpty() || other.codes.isEmpty();
    return new Ink(alone ? codes + other.codes : codes + ";" + other.codes);
  }
}
