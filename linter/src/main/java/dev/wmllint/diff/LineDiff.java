package dev.wmllint.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which lines of two texts differ. The greedy algorithm of E. W. Myers, "An O(ND) Difference
 * Algorithm and Its Variations" (1986), with one limit: after {@link #MAX_EDITS} edits it settles
 * for the path that got furthest and goes on from there. So the result is the shortest for texts
 * that differ in fewer lines, and time and memory stay linear for all others.
 */
final class LineDiff {
  private static final int MAX_EDITS = 256;

  private final List<String> before;
  private final List<String> after;
  private final BitSet removed = new BitSet();
  private final BitSet added = new BitSet();

  private LineDiff(List<String> before, List<String> after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Lines of one text, and those that replace them in the other. Half-open ranges of line numbers
   * from 0; one of both may be empty.
   */
  record Change(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {}

  /** The changes, in order; between two of them is at least one line that both texts have. */
  static List<Change> of(List<String> before, List<String> after) {
    LineDiff diff = new LineDiff(before, after);
    diff.run();
    return diff.changes();
  }

  private void run() {
    Way way = along(0, 0, null, false);
    while (!isEnd(way)) {
      way = furthest(along(way.x, way.y, null, false));
      for (Way last = way; last.start != null; last = last.start) {
        if (last.removal) {
          removed.set(last.start.x);
        } else {
          added.set(last.start.y);
        }
      }
    }
  }

  /**
   * A way through both texts to the line {@code x} of one and {@code y} of the other.
   *
   * @param start the way before its last edit and the equal lines after that; null without edits
   * @param removal whether that edit is a removal and not an addition
   */
  private record Way(int x, int y, Way start, boolean removal) {}

  private boolean isEnd(Way way) {
    return way.x == before.size() && way.y == after.size();
  }

  /** The shortest way to the end; after too many edits, the one that got furthest. */
  private Way furthest(Way start) {
    Way[] ways = {start};
    Way best = start;
    for (int edits = 1; edits <= MAX_EDITS && !isEnd(best); edits++) {
      // By diagonal: from as many additions as edits to as many removals.
      Way[] longer = new Way[edits + 1];
      best = null;
      for (int i = 0; i <= edits; i++) {
        Way next = next(i > 0 ? ways[i - 1] : null, i < edits ? ways[i] : null);
        longer[i] = next;
        if (next != null && (best == null || next.x + next.y > best.x + best.y)) {
          best = next;
        }
      }
      ways = longer;
    }
    return best;
  }

  /**
   * The longer one of two ways with one more edit: a removal after one, an addition after the
   * other.
   */
  private Way next(Way left, Way above) {
    boolean canRemove = left != null && left.x < before.size();
    boolean canAdd = above != null && above.y < after.size();
    if (canRemove && (!canAdd || left.x >= above.x)) {
      return along(left.x + 1, left.y, left, true);
    }
    return canAdd ? along(above.x, above.y + 1, above, false) : null;
  }

  /** A way with the equal lines that follow. */
  private Way along(int fromX, int fromY, Way start, boolean removal) {
    int x = fromX;
    int y = fromY;
    while (x < before.size() && y < after.size() && before.get(x).equals(after.get(y))) {
      x++;
      y++;
    }
    return new Way(x, y, start, removal);
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (x < before.size() || y < after.size()) {
      int fromX = x;
      int fromY = y;
      x = removed.nextClearBit(x);
      y = added.nextClearBit(y);
      if (x > fromX || y > fromY) {
        changes.add(new Change(fromX, x, fromY, y));
      } else {
        x++;
        y++;
      }
    }
    return changes;
  }
}
