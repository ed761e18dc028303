package dev.wmllint.lsp.feature;

import dev.wmllint.engine.FixResult;
import dev.wmllint.fix.Edit;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Edits cut down to what differs, so that the editor keeps its cursor and marks also within a line,
 * and so that no edit carries a value that stays: a renamed key would take its password along.
 */
final class SmallEdits {
  private final String before;
  private final List<Edit> small = new ArrayList<>();

  private SmallEdits(String before) {
    this.before = before;
  }

  /** The way from the text before to the fixed one. */
  static List<Edit> of(FixResult result) {
    return of(result.before().document().text(), result.edits());
  }

  /**
   * Cuts edits down.
   *
   * @param before the text that they are for
   * @param edits in text order
   */
  static List<Edit> of(String before, List<Edit> edits) {
    SmallEdits result = new SmallEdits(before);
    edits.forEach(result::add);
    return List.copyOf(result.small);
  }

  private void add(Edit edit) {
    String old = edit.span().of(before);
    LineIndex oldLines = new LineIndex(old);
    LineIndex newLines = new LineIndex(edit.text());
    if (oldLines.count() != newLines.count()) {
      trimmed(edit.span().start(), old, edit.text());
      return;
    }
    for (int line = 0; line < oldLines.count(); line++) {
      Span oldLine = oldLines.fullSpan(line);
      trimmed(
          edit.span().start() + oldLine.start(),
          oldLine.of(old),
          newLines.fullSpan(line).of(edit.text()));
    }
  }

  /** Leaves out what both begin and end with. */
  private void trimmed(int start, String old, String changed) {
    int most = Math.min(old.length(), changed.length());
    int head = 0;
    while (head < most && old.charAt(head) == changed.charAt(head)) {
      head++;
    }
    while (head > 0 && (isInside(old, head) || isInside(changed, head))) {
      head--;
    }
    int tail = 0;
    while (tail < most - head
        && old.charAt(old.length() - tail - 1) == changed.charAt(changed.length() - tail - 1)) {
      tail++;
    }
    while (tail > 0
        && (isInside(old, old.length() - tail) || isInside(changed, changed.length() - tail))) {
      tail--;
    }
    if (head + tail < Math.max(old.length(), changed.length())) {
      Span span = new Span(start + head, start + old.length() - tail);
      small.add(new Edit(span, changed.substring(head, changed.length() - tail)));
    }
  }

  /** Whether an offset parts a line end or a character: no place for an editor. */
  private static boolean isInside(String text, int at) {
    if (at <= 0 || at >= text.length()) {
      return false;
    }
    char left = text.charAt(at - 1);
    char right = text.charAt(at);
    return (left == '\r' && right == '\n')
        || (Character.isHighSurrogate(left) && Character.isLowSurrogate(right));
  }
}
