package dev.wmllint.diff;

import dev.wmllint.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Changes that stand so near to each other that the lines around them are shown once. */
final class Hunk {
  /** Lines around a change. */
  private static final int CONTEXT = 3;

  private final Version before;
  private final Version after;
  private final List<LineDiff.Change> changes;

  private Hunk(Version before, Version after, List<LineDiff.Change> changes) {
    this.before = before;
    this.after = after;
    this.changes = changes;
  }

  /** All hunks between two versions. */
  static List<Hunk> of(Version before, Version after) {
    List<Hunk> hunks = new ArrayList<>();
    List<LineDiff.Change> group = new ArrayList<>();
    for (LineDiff.Change change : LineDiff.of(before.lines(), after.lines())) {
      boolean near =
          !group.isEmpty() && change.beforeStart() - last(group).beforeEnd() <= 2 * CONTEXT;
      if (!near) {
        group = new ArrayList<>();
        hunks.add(new Hunk(before, after, group));
      }
      group.add(change);
    }
    return hunks;
  }

  private static LineDiff.Change last(List<LineDiff.Change> changes) {
    return changes.get(changes.size() - 1);
  }

  private int lead() {
    return Math.min(CONTEXT, changes.get(0).beforeStart());
  }

  private int start() {
    return changes.get(0).beforeStart() - lead();
  }

  private int end() {
    return Math.min(last(changes).beforeEnd() + CONTEXT, before.lines().size());
  }

  /** Whether something in it is not shown as it is. */
  boolean isMasked() {
    return isMasked(before, start(), end()) || addsMasked();
  }

  private static boolean isMasked(Version version, int from, int to) {
    return IntStream.range(from, to).anyMatch(version::isMasked);
  }

  private boolean addsMasked() {
    return changes.stream().anyMatch(c -> isMasked(after, c.afterStart(), c.afterEnd()));
  }

  private boolean removesMasked() {
    return changes.stream().anyMatch(c -> isMasked(before, c.beforeStart(), c.beforeEnd()));
  }

  /**
   * A line of the older version that is not shown at all. Where a masked line is added and none
   * removed, {@code patch} would find the place and write the mask into the file. It does not look
   * at the outer lines of a hunk when it has to, but it always does at this one: a line that goes,
   * or the one beside the first that comes.
   */
  private OptionalInt hidden() {
    if (!addsMasked() || removesMasked()) {
      return OptionalInt.empty();
    }
    IntStream removed =
        changes.stream().flatMapToInt(c -> IntStream.range(c.beforeStart(), c.beforeEnd()));
    int first = changes.get(0).beforeStart();
    IntStream beside = IntStream.of(first - 1, first).filter(l -> l >= start() && l < end());
    return IntStream.concat(removed, beside).findFirst();
  }

  /** Adds its lines to a diff. */
  void print(Optional<String> foreignEncoding, List<DiffLine> out) {
    out.add(new DiffLine(DiffLine.Kind.HUNK, head(foreignEncoding)));
    OptionalInt hidden = hidden();
    int at = start();
    for (LineDiff.Change change : changes) {
      context(at, change.beforeStart(), hidden, out);
      for (int line = change.beforeStart(); line < change.beforeEnd(); line++) {
        line(DiffLine.Kind.REMOVED, "-", before, line, hidden, out);
      }
      for (int line = change.afterStart(); line < change.afterEnd(); line++) {
        line(DiffLine.Kind.ADDED, "+", after, line, OptionalInt.empty(), out);
      }
      at = change.beforeEnd();
    }
    context(at, end(), hidden, out);
  }

  private void context(int from, int to, OptionalInt hidden, List<DiffLine> out) {
    for (int line = from; line < to; line++) {
      line(DiffLine.Kind.CONTEXT, " ", before, line, hidden, out);
    }
  }

  private static void line(
      DiffLine.Kind kind,
      String sign,
      Version version,
      int line,
      OptionalInt hidden,
      List<DiffLine> out) {
    boolean hides = hidden.isPresent() && hidden.getAsInt() == line;
    out.add(new DiffLine(kind, sign + (hides ? Redactor.MASK : version.shown(line))));
    if (version.isOpen(line)) {
      out.add(new DiffLine(DiffLine.Kind.NOTE, "\\ No newline at end of file"));
    }
  }

  private String head(Optional<String> foreignEncoding) {
    LineDiff.Change end = last(changes);
    int length = end() - start();
    int afterStart = changes.get(0).afterStart() - lead();
    int afterLength = end.afterEnd() + (end() - end.beforeEnd()) - afterStart;
    String head = "@@ -" + range(start(), length) + " +" + range(afterStart, afterLength) + " @@";
    if (isMasked()) {
      return head + " secrets masked: this hunk does not apply";
    }
    return head + foreignEncoding.map(name -> " " + name + ": this hunk does not apply").orElse("");
  }

  /** Of an empty range, the line before it is named. */
  private static String range(int start, int length) {
    int number = length == 0 ? start : start + 1;
    return length == 1 ? String.valueOf(number) : number + "," + length;
  }
}
