package dev.wmllint.text;

/**
 * What a piece of text looks like on a terminal.
 *
 * @param codes parameters of SGR (ECMA-48, 8.3.117), separated by semicolons; empty for none
 */
public record Colour(String codes) {
  public static final Colour NONE = new Colour("");
  public static final Colour BOLD = new Colour("1");
  public static final Colour FAINT = new Colour("2");
  public static final Colour ITALIC = new Colour("3");
  public static final Colour LINK = new Colour("4");
  public static final Colour WRONG = new Colour("31");
  public static final Colour RIGHT = new Colour("32");
  public static final Colour DOUBTFUL = new Colour("33");
  public static final Colour CODE = new Colour("36");
  public static final Colour PLACE = CODE;

  /** Both at once: bold code, say. */
  public Colour and(Colour other) {
    boolean alone = codes.isEmpty() || other.codes.isEmpty();
    return new Colour(alone ? codes + other.codes : codes + ";" + other.codes);
  }
}
