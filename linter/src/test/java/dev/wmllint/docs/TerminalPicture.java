package dev.wmllint.docs;

import dev.wmllint.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what a terminal shows as SVG: real text, in whatever monospaced font the viewer has, in
 * colours for a light and for a dark page.
 *
 * @param lines what is shown, each line in pieces of one look
 */
record TerminalPicture(List<List<Piece>> lines) {
  private static final int FONT_SIZE = 13;

  /** Width of a character; {@code textLength} stretches every font to it, so that carets fit. */
  private static final double CELL = 7.8;

  private static final int LINE = 19;
  private static final int PADDING = 16;

  private static final Pattern SGR = Pattern.compile("\u001B\\[([0-9;]*)m");

  private static final String STYLE =
      """
      <style>
      .screen { fill: #f6f8fa; stroke: #d1d9e0 }
      text { font: %dpx ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
        fill: #1f2328; white-space: pre }
      .c1 { font-weight: 600 } .c2 { fill: #59636e }
      .c31 { fill: #cf222e } .c32 { fill: #1a7f37 } .c33 { fill: #8a5a00 } .c36 { fill: #1b7c83 }
      @media (prefers-color-scheme: dark) {
      .screen { fill: #0d1117; stroke: #3d444d }
      text { fill: #f0f6fc }
      .c2 { fill: #9198a1 }
      .c31 { fill: #ff7b72 } .c32 { fill: #56d364 } .c33 { fill: #e3b341 } .c36 { fill: #76e3ea }
      }
      </style>
      """
          .formatted(FONT_SIZE);

  /**
   * Text of one look.
   *
   * @param column the cell that it starts in
   * @param classes what it looks like: {@code c} and an SGR parameter (ECMA-48), for each
   */
  record Piece(int column, String text, String classes) {}

  /** The screen after a command. */
  static TerminalPicture of(String command, String output) {
    List<List<Piece>> lines = new ArrayList<>();
    lines.add(List.of(new Piece(0, "$", "c2"), new Piece(2, command, "c1")));
    output.lines().forEach(line -> lines.add(pieces(line)));
    return new TerminalPicture(lines);
  }

  private static List<Piece> pieces(String line) {
    List<Piece> pieces = new ArrayList<>();
    Matcher sgr = SGR.matcher(line);
    int start = 0;
    int column = 0;
    String classes = "";
    while (true) {
      boolean found = sgr.find();
      String text = line.substring(start, found ? sgr.start() : line.length());
      String shown = text.stripLeading();
      if (!shown.isEmpty()) {
        pieces.add(new Piece(column + text.length() - shown.length(), shown, classes));
      }
      column += Printable.cells(text);
      if (!found) {
        return pieces;
      }
      classes = sgr.group(1).equals("0") ? "" : "c" + sgr.group(1).replace(";", " c");
      start = sgr.end();
    }
  }

  /**
   * The picture.
   *
   * @param title what it is called
   * @param description what it shows, for who cannot see it
   */
  String svg(String title, String description) {
    int columns =
        lines.stream()
            .flatMap(List::stream)
            .mapToInt(piece -> piece.column() + Printable.cells(piece.text()))
            .max()
            .orElse(0);
    int width = (int) Math.ceil(columns * CELL) + 2 * PADDING;
    int height = lines.size() * LINE + 2 * PADDING;
    StringBuilder out = new StringBuilder();
    out.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img" aria-labelledby="title desc" xml:space="preserve">
        <title id="title">%s</title>
        <desc id="desc">%s</desc>
        """
            .formatted(width, height, width, height, escaped(title), escaped(description)));
    out.append(STYLE);
    out.append(
        "<rect class=\"screen\" x=\"0.5\" y=\"0.5\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n"
            .formatted(width - 1, height - 1));
    for (int i = 0; i < lines.size(); i++) {
      out.append("<text y=\"%d\">".formatted(PADDING + i * LINE + FONT_SIZE + 1));
      lines.get(i).forEach(piece -> out.append(span(piece)));
      out.append("</text>\n");
    }
    return out.append("</svg>\n").toString();
  }

  private static String span(Piece piece) {
    return String.format(
        Locale.ROOT,
        "<tspan x=\"%.1f\" textLength=\"%.1f\"%s>%s</tspan>",
        PADDING + piece.column() * CELL,
        Printable.cells(piece.text()) * CELL,
        piece.classes().isEmpty() ? "" : " class=\"" + piece.classes() + "\"",
        escaped(piece.text()));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
