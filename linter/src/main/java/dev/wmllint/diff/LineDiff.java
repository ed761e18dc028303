package dev.wmllint.diff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which lines of two texts differ. The greedy algorithm of E. W. Myers, "An O(ND) Difference
 * Algorithm and Its Variations" (1986), with one limit: after {@link #MAX_EDITS} edits it settles
 * for the path that got furthest and goes on from there. So the result is the shortest for texts
 * that differ in fewer lines, and time and memory stay linear for all others.
 */
final class LineDiff {
  private static final int MAX_EDITS = 256;
  private static final int NONE = -1;

  private final int[] before;
  private final int[] after;
  private final BitSet removed = new BitSet();
  private final BitSet added = new BitSet();

  private LineDiff(int[] before, int[] after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Lines in one text, and those that stand there in the other. Half-open ranges of line numbers
   * from 0; one of both may be empty.
   */
  record Change(int beforeStart, int beforeEnd, int afterStart, int afterEnd) {}

  /** The changes, in order; between two of them stands at least one line that both texts have. */
  static List<Change> of(List<String> before, List<String> after) {
    Map<String, Integer> ids = new HashMap<>();
    LineDiff diff = new LineDiff(ids(before, ids), ids(after, ids));
    diff.run();
    return diff.changes();
  }

  private static int[] ids(List<String> lines, Map<String, Integer> known) {
    int[] ids = new int[lines.size()];
    for (int i = 0; i < ids.length; i++) {
      Integer id = known.putIfAbsent(lines.get(i), known.size());
      ids[i] = id == null ? known.size() - 1 : id;
    }
    return ids;
  }

  private void run() {
    int x = 0;
    int y = 0;
    while (x < before.length || y < after.length) {
      Search search = new Search(x, y);
      search.run();
      x = search.endX;
      y = search.endY;
    }
  }

  /** One search from a place in both texts; diagonal {@code k} is as many removals as additions. */
  private final class Search {
    private final int startX;
    private final int startY;

    /** Per number of edits: the line reached on each diagonal, {@link #NONE} where none is. */
    private final List<int[]> reached = new ArrayList<>();

    private int endX;
    private int endY;

    Search(int startX, int startY) {
      this.startX = startX;
      this.startY = startY;
    }

    void run() {
      for (int edits = 0; edits <= MAX_EDITS; edits++) {
        int[] row = new int[2 * edits + 1];
        reached.add(row);
        int best = 0;
        int furthest = NONE;
        for (int k = -edits; k <= edits; k += 2) {
          int x = snake(from(edits, k), k);
          row[k + edits] = x;
          if (x != NONE && x + y(x, k) > furthest) {
            furthest = x + y(x, k);
            best = k;
          }
        }
        endX = row[best + edits];
        endY = y(endX, best);
        if (edits == MAX_EDITS || furthest == before.length + after.length) {
          mark(edits, best);
          return;
        }
      }
    }

    private int y(int x, int k) {
      return startY + (x - startX) - k;
    }

    /** Where the last edit leads to, before the equal lines behind it. */
    private int from(int edits, int k) {
      if (edits == 0) {
        return startX;
      }
      int removal = isRemoval(edits, k) ? reached(edits - 1, k - 1) + 1 : NONE;
      return removal != NONE ? removal : reached(edits - 1, k + 1);
    }

    /** Whether the last edit on the way to a diagonal is a removal and not an addition. */
    private boolean isRemoval(int edits, int k) {
      int left = reached(edits - 1, k - 1);
      int above = reached(edits - 1, k + 1);
      boolean canRemove = left != NONE && left < before.length;
      boolean canAdd = above != NONE && y(above, k) <= after.length;
      return canRemove && (!canAdd || left >= above);
    }

    private int reached(int edits, int k) {
      return Math.abs(k) > edits ? NONE : reached.get(edits)[k + edits];
    }

    private int snake(int from, int k) {
      if (from == NONE || y(from, k) > after.length) {
        return NONE;
      }
      int x = from;
      while (x < before.length && y(x, k) < after.length && before[x] == after[y(x, k)]) {
        x++;
      }
      return x;
    }

    /** Goes the way back, and marks the lines of its edits. */
    private void mark(int edits, int diagonal) {
      int k = diagonal;
      for (int d = edits; d > 0; d--) {
        if (isRemoval(d, k)) {
          k--;
          removed.set(reached(d - 1, k));
        } else {
          k++;
          added.set(y(reached(d - 1, k), k));
        }
      }
    }
  }

  private List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    int x = 0;
    int y = 0;
    while (x < before.length || y < after.length) {
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
