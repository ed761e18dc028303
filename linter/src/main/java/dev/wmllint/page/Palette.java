package dev.wmllint.page;

/**
 * Puts ink on text, where the terminal knows colours.
 *
 * @param coloured whether it does
 */
record Palette(boolean coloured) {
  String paint(Ink ink, String text) {
    boolean plain = !coloured || ink.codes().isEmpty() || text.isEmpty();
    return plain ? text : "\u001B[" + ink.codes() + "m" + text + "\u001B[0m";
  }

  /** A mark around what must be told apart: needed only where colours do not tell. */
  String mark(String mark) {
    return coloured ? "" : mark;
  }
}
