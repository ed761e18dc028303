package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;

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
    return of(source, offset, Integer.MAX_VALUE);
  }

  /** The line below a key, passing over what is under that key and stays there. */
  public static Below ofKey(SourceText source, int offset, int column) {
    return of(source, offset, column);
  }

  private static Below of(SourceText source, int offset, int key) {
    String text = source.text();
    LineIndex lines = source.lines();
    for (int line = lines.lineOf(offset) + 1; line < lines.count(); line++) {
      Span span = lines.span(line);
      int at = Chars.skipBlanks(text, span.start(), span.end());
      int column = at - span.start();
      boolean dash = Chars.isDash(text, at, span.end());
      boolean under = column > key || (dash && column == key);
      if (at < span.end() && text.charAt(at) != '#' && !under) {
        boolean bracket = text.charAt(at) == '{' || text.charAt(at) == '[';
        return Chars.isMarker(text, span) ? END : new Below(column, dash, bracket);
      }
    }
    return END;
  }

  /** Whether it goes on with a list that is the value of a key in {@code column}. */
  public boolean isListOf(int parent) {
    return dash && column >= parent;
  }
}
