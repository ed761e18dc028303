package dev.wmllint.text;

/**
 * Puts ink on text, where the terminal knows colours.
 *
 * @param coloured whether it does
 */
public record Palette(boolean coloured) {
  /** The text in that ink, and after it the terminal's own again. */
  public String paint(Colour ink, String text) {
    boolean plain = !coloured || ink.codes().isEmpty() || text.isEmpty();
    return plain ? text : "\u001B[" + ink.codes() + "m" + text + "\u001B[0m";
  }

  /** A mark around what must be told apart: needed only where colours do not tell. */
  public String mark(String mark) {
    return coloured ? "" : mark;
  }
}
