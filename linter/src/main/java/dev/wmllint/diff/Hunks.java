package dev.wmllint.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups changes into hunks. Those near each other share one, unless a secret between them, or in
 * one of them, would keep the others from being applied.
 */
record Hunks(Version before, Version after) {
  private static final int NEAR = 2 * Hunk.CONTEXT;

  /** All hunks between two versions, in order; they do not overlap. */
  static List<Hunk> of(Version before, Version after) {
    Hunks hunks = new Hunks(before, after);
    return hunks.joined(hunks.split(LineDiff.of(before.lines(), after.lines())));
  }

  private List<Hunk> split(List<LineDiff.Change> changes) {
    List<Hunk> hunks = new ArrayList<>();
    int from = 0;
    int first = 0;
    for (int i = 1; i <= changes.size(); i++) {
      boolean last = i == changes.size();
      if (!last && !isBorder(changes.get(i - 1), changes.get(i))) {
        continue;
      }
      int to = last ? before.lines().size() : border(changes.get(i - 1), changes.get(i));
      hunks.add(new Hunk(before, after, changes.subList(first, i), from, to));
      from = to;
      first = i;
    }
    return hunks;
  }

  private boolean isBorder(LineDiff.Change change, LineDiff.Change next) {
    int gap = next.beforeStart() - change.beforeEnd();
    boolean unlike = isMasked(change) != isMasked(next);
    return gap > NEAR || before.isMasked(change.beforeEnd(), next.beforeStart()) || unlike;
  }

  private boolean isMasked(LineDiff.Change change) {
    return before.isMasked(change.beforeStart(), change.beforeEnd())
        || after.isMasked(change.afterStart(), change.afterEnd());
  }

  /** The first line between two changes that belongs to the later one's hunk. */
  private int border(LineDiff.Change change, LineDiff.Change next) {
    int start = change.beforeEnd();
    int end = next.beforeStart();
    if (end - start <= NEAR) {
      for (int line = start; line < end; line++) {
        if (before.isMasked(line)) {
          return Math.max(line, start + 1);
        }
      }
    }
    // The larger half is for the one that needs it to be applied.
    return start + (end - start + (isMasked(change) ? 0 : 1)) / 2;
  }

  /** Hunks that do not apply either way are one, and so is one that needs its neighbour's lines. */
  private List<Hunk> joined(List<Hunk> pieces) {
    List<Hunk> hunks = new ArrayList<>();
    for (Hunk piece : pieces) {
      Hunk last = hunks.isEmpty() ? null : hunks.get(hunks.size() - 1);
      if (last != null && last.gapTo(piece) <= NEAR && belongTogether(last, piece)) {
        hunks.set(hunks.size() - 1, last.with(piece));
      } else {
        hunks.add(piece);
      }
    }
    return hunks;
  }

  private static boolean belongTogether(Hunk hunk, Hunk next) {
    return (hunk.isMasked() && next.isMasked()) || hunk.isExposed() || next.isExposed();
  }
}
