package dev.wmllint.diff;

import dev.wmllint.fix.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from one version of a text to another as few edits of whole lines: an editor that applies
 * them keeps cursor, folds and marks in all other lines. For the language server.
 */
public final class LineEdits {
  private LineEdits() {}

  /**
   * The edits that make {@code after} of {@code before}.
   *
   * @return in text order, none touching another; spans are places in {@code before}
   */
  public static List<Edit> between(String before, String after) {
    LineIndex old = new LineIndex(before);
    LineIndex young = new LineIndex(after);
    List<Edit> edits = new ArrayList<>();
    for (LineDiff.Change change : LineDiff.of(lines(before, old), lines(after, young))) {
      Span gone = span(old, change.beforeStart(), change.beforeEnd(), before.length());
      Span come = span(young, change.afterStart(), change.afterEnd(), after.length());
      edits.add(new Edit(gone, come.of(after)));
    }
    return edits;
  }

  private static List<String> lines(String text, LineIndex index) {
    List<String> lines = new ArrayList<>();
    for (int line = 0; line < index.count(); line++) {
      lines.add(index.fullSpan(line).of(text));
    }
    return lines;
  }

  private static Span span(LineIndex index, int from, int to, int length) {
    int start = from < index.count() ? index.startOf(from) : length;
    return new Span(start, to < index.count() ? index.startOf(to) : length);
  }
}
