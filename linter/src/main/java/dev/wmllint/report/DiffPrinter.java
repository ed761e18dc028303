package dev.wmllint.report;

import dev.wmllint.diff.DiffLine;
import dev.wmllint.diff.UnifiedDiff;
import dev.wmllint.text.Colour;
import dev.wmllint.text.Palette;
import dev.wmllint.text.Printable;
import java.io.PrintStream;

/**
 * Prints a diff: byte by byte as {@code patch} needs it, or for people, perhaps in colours. For
 * people, nothing in the file can move the cursor or give a command to a CI system; in the way of
 * {@code ls}, what is written to a file or a program stays as it is.
 */
public final class DiffPrinter {
  private final Palette palette;
  private final boolean exact;

  /**
   * @param exact whether the diff, where it has no colours, is for a program
   */
  public DiffPrinter(boolean colour, boolean exact) {
    this.palette = new Palette(colour);
    this.exact = exact && !colour;
  }

  /**
   * Prints to a stream that writes UTF-8; its line ends are those of the file.
   *
   * @return the number of lines in which something is replaced
   */
  public int print(UnifiedDiff diff, PrintStream out) {
    if (exact) {
      out.print(diff.text());
      return 0;
    }
    int replaced = 0;
    for (DiffLine line : diff.lines()) {
      String shown = Printable.lines(line.text());
      out.print(coloured(line.kind(), shown) + "\n");
      replaced += shown.equals(line.text()) ? 0 : 1;
    }
    return replaced;
  }

  private String coloured(DiffLine.Kind kind, String line) {
    boolean carriageReturn = line.endsWith("\r");
    String text = line.substring(0, line.length() - (carriageReturn ? 1 : 0));
    return switch (kind) {
          case FILE -> palette.paint(Colour.BOLD, text);
          case HUNK -> palette.paint(Colour.PLACE, text);
          case REMOVED -> palette.paint(Colour.WRONG, text);
          case ADDED -> palette.paint(Colour.RIGHT, text);
          case NOTE -> palette.paint(Colour.FAINT, text);
          case CONTEXT -> text;
        }
        + (carriageReturn ? "\r" : "");
  }
}
