package dev.wmllint.report;

import dev.wmllint.diff.DiffLine;
import dev.wmllint.diff.UnifiedDiff;
import dev.wmllint.text.Colour;
import dev.wmllint.text.Palette;
import dev.wmllint.text.Printable;
import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints a diff: byte by byte as {@code patch} needs it, or in colours for people. In colours,
 * nothing in the file can move the cursor, and only that variant replaces such characters.
 */
public final class DiffPrinter {
  private final Palette palette;

  public DiffPrinter(boolean colour) {
    this.palette = new Palette(colour);
  }

  /** Prints to a stream that writes UTF-8; its line ends are those of the file. */
  public void print(UnifiedDiff diff, PrintStream out) {
    if (!palette.coloured()) {
      out.print(diff.text());
      return;
    }
    diff.lines().forEach(line -> out.print(coloured(line) + "\n"));
  }

  private String coloured(DiffLine line) {
    boolean carriageReturn = line.text().endsWith("\r");
    String text =
        printable(line.text().substring(0, line.text().length() - (carriageReturn ? 1 : 0)));
    return switch (line.kind()) {
          case FILE -> palette.paint(Colour.BOLD, text);
          case HUNK -> palette.paint(Colour.PLACE, text);
          case REMOVED -> palette.paint(Colour.WRONG, text);
          case ADDED -> palette.paint(Colour.RIGHT, text);
          case NOTE -> palette.paint(Colour.FAINT, text);
          case CONTEXT -> text;
        }
        + (carriageReturn ? "\r" : "");
  }

  /** Tabs stay: some fixes change them into spaces. */
  private static String printable(String text) {
    return Stream.of(text.split("\t", -1)).map(Printable::line).collect(Collectors.joining("\t"));
  }
}
