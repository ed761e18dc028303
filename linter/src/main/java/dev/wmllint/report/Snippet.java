package dev.wmllint.report;

import dev.wmllint.redact.Redactor;
import dev.wmllint.text.Printable;
import dev.wmllint.text.Span;

/**
 * A line as it is shown: without its secrets, and cut around the finding where it is long.
 *
 * @param line what is shown, at most {@link #MAX_CELLS} wide
 * @param indent cells before the caret
 * @param width cells of the caret, at least 1
 */
record Snippet(String line, int indent, int width) {
  private static final int MAX_CELLS = 120;
  private static final int MAX_BEFORE = 60;
  private static final int MAX_UNDER = 48;

  /** Chars that are looked at beside the finding: a line may be the whole of a file. */
  private static final int WINDOW = 4 * MAX_CELLS;

  private static final String CUT = "\u2026";

  /**
   * @param marked the finding's place in it
   */
  static Snippet of(Redactor redactor, Span line, Span marked) {
    int from = Math.max(line.start(), marked.start() - WINDOW);
    int markEnd = Math.min(marked.end(), marked.start() + WINDOW);
    int to = Math.min(line.end(), markEnd + WINDOW);
    boolean cutUnder = markEnd < marked.end();
    if (cutUnder) {
      to = markEnd;
    }
    Redactor.Masked masked =
        redactor.mask(
            new Span(from, to), new Span(marked.start(), Math.max(markEnd, marked.start())));
    int start = masked.marked().start();
    int end = masked.marked().end();
    String text = Printable.line(masked.text());
    String before = text.substring(0, start);
    String under = text.substring(start, end);
    String after = text.substring(end);
    boolean cutFront = from > line.start();
    boolean cutBack = !cutUnder && to < line.end();
    if (cutFront || cutUnder || cutBack || Printable.cells(before + under + after) > MAX_CELLS) {
      before = last(before, MAX_BEFORE, cutFront);
      under = first(under, MAX_UNDER, cutUnder);
      int left = MAX_CELLS - Printable.cells(before) - Printable.cells(under);
      after = first(after, left, cutBack);
    }
    int width = Math.max(1, Printable.cells(under));
    return new Snippet((before + under + after).stripTrailing(), Printable.cells(before), width);
  }

  /** The last {@code max} cells; a mark never loses its letter. */
  private static String last(String text, int max, boolean cut) {
    if (!cut && Printable.cells(text) <= max) {
      return text;
    }
    int from = text.length();
    int cells = Printable.cells(CUT);
    int at = text.length();
    while (at > 0) {
      int c = text.codePointBefore(at);
      at -= Character.charCount(c);
      cells += Printable.cells(c);
      if (cells > max) {
        break;
      }
      if (Printable.cells(c) > 0) {
        from = at;
      }
    }
    return CUT + text.substring(from);
  }

  /** The first {@code max} cells, with the marks on the last letter. */
  private static String first(String text, int max, boolean cut) {
    if (!cut && Printable.cells(text) <= max) {
      return text;
    }
    int to = 0;
    int cells = Printable.cells(CUT);
    while (to < text.length()) {
      int c = text.codePointAt(to);
      cells += Printable.cells(c);
      if (cells > max) {
        break;
      }
      to += Character.charCount(c);
    }
    return text.substring(0, to) + CUT;
  }
}
