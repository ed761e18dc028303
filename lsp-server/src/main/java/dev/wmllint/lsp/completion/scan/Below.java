package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;

/**
 * The next line below the cursor's that holds more than a comment: what is inserted above it must
 * not tear it from where it belongs.
 *
 * @param column of its content; -1 where the document ends
 * @param dash whether it is an item of a list
 * @param bracket whether it begins with an opening bracket
 */
public record Below(int column, boolean dash, boolean bracket) {
  private static final Below END = new Below(-1, false, false);

  /** The line below {@code offset}. */
  public static Below of(SourceText source, int offset) {
    return ofKey(source, offset, Integer.MAX_VALUE);
  }

  /** The line below a key in {@code column}, passing over what is under that key. */
  public static Below ofKey(SourceText source, int offset, int column) {
    LineReader reader = LineReader.of(source);
    int count = source.lines().count();
    int next = reader.lineWithContentBelow(source.lines().lineOf(offset));
    while (next < count && isUnder(reader.line(next), column)) {
      next = reader.lineWithContentBelow(next);
    }
    if (next == count || reader.line(next).isMarker()) {
      return END;
    }
    TextLine line = reader.line(next);
    boolean bracket = Chars.isOpening(line.text().charAt(line.content()));
    return new Below(line.column(), line.startsItem(), bracket);
  }

  private static boolean isUnder(TextLine line, int column) {
    return line.column() > column || (line.startsItem() && line.column() == column);
  }

  /** Whether it goes on with a list that is the value of a key in {@code column}. */
  public boolean isListOf(int parent) {
    return dash && column >= parent;
  }
}
