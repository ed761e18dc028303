package dev.wmllint.engine;

import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The edits of several rounds as edits of the text before the first round. It is known of each char
 * of the present text where it was at first.
 */
final class ComposedEdits {
  /** For a char that an edit has written. */
  private static final int WRITTEN = -1;

  private final int firstLength;
  private String text;
  private int[] origins;

  ComposedEdits(String first) {
    this.firstLength = first.length();
    this.text = first;
    this.origins = IntStream.range(0, first.length()).toArray();
  }

  /**
   * One more round.
   *
   * @param edits of the present text, in any order, of which none touches another
   * @param after the text that they lead to
   */
  void add(List<Edit> edits, String after) {
    int[] next = new int[after.length()];
    Arrays.fill(next, WRITTEN);
    int from = 0;
    int to = 0;
    for (Edit edit : Edit.sorted(edits)) {
      int kept = edit.span().start() - from;
      System.arraycopy(origins, from, next, to, kept);
      from = edit.span().end();
      to += kept + edit.text().length();
    }
    System.arraycopy(origins, from, next, to, origins.length - from);
    text = after;
    origins = next;
  }

  /** Where a char of the present text was at first; empty for one that an edit has written. */
  OptionalInt origin(int offset) {
    int origin = offset < origins.length ? origins[offset] : firstLength;
    return origin == WRITTEN ? OptionalInt.empty() : OptionalInt.of(origin);
  }

  /** In text order, with a char that stays between each two. */
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    int from = 0;
    int written = 0;
    for (int i = 0; i <= origins.length; i++) {
      int origin = i < origins.length ? origins[i] : firstLength;
      if (origin != WRITTEN) {
        if (from < origin || written < i) {
          edits.add(new Edit(new Span(from, origin), text.substring(written, i)));
        }
        from = origin + 1;
        written = i + 1;
      }
    }
    return edits;
  }
}
