package dev.wmllint.diff;

import dev.wmllint.redact.Redactor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Changes that are so near to each other that the lines around them are shown once. Where a secret
 * is near, fewer lines are shown, so that it applies: {@code patch} is content with any number,
 * {@code git apply} wants one after the changes unless the file ends there.
 */
final class Hunk {
  static final int CONTEXT = 3;

  private final Version before;
  private final Version after;
  private final List<LineDiff.Change> changes;

  /** Lines of the older version that no other hunk shows, half-open. */
  private final int from;

  private final int to;

  private final boolean masked;
  private final int start;
  private final int end;

  /**
   * @param from the first line that it may show
   * @param to the line after the last that it may show
   */
  Hunk(Version before, Version after, List<LineDiff.Change> changes, int from, int to) {
    this.before = before;
    this.after = after;
    this.changes = List.copyOf(changes);
    this.from = from;
    this.to = to;
    int first = changes.get(0).beforeStart();
    int last = last(changes).beforeEnd();
    int clearStart = first;
    while (clearStart > outermostStart() && !before.isMasked(clearStart - 1)) {
      clearStart--;
    }
    int clearEnd = last;
    while (clearEnd < outermostEnd() && !before.isMasked(clearEnd)) {
      clearEnd++;
    }
    boolean atEnd = clearEnd == before.lines().size();
    this.masked = addsMasked() || removesMasked() || (clearEnd == last && !atEnd);
    if (masked) {
      this.start = outermostStart();
      this.end = outermostEnd();
      return;
    }
    // With fewer lines on one side than on the other, both programs look at an end of the file.
    int lead = first - clearStart;
    int trail = clearEnd - last;
    boolean atStart = clearStart == 0;
    this.start = trail < lead && !atEnd ? first - trail : clearStart;
    this.end = lead < trail && !atStart ? last + Math.max(1, lead) : clearEnd;
  }

  private int outermostStart() {
    return Math.max(from, changes.get(0).beforeStart() - CONTEXT);
  }

  private int outermostEnd() {
    return Math.min(to, last(changes).beforeEnd() + CONTEXT);
  }

  private static LineDiff.Change last(List<LineDiff.Change> changes) {
    return changes.get(changes.size() - 1);
  }

  /** Lines between its changes and those of a later one. */
  int gapTo(Hunk next) {
    return next.changes.get(0).beforeStart() - last(changes).beforeEnd();
  }

  /** It and the next one as one. */
  Hunk with(Hunk next) {
    List<LineDiff.Change> all = new ArrayList<>(changes);
    all.addAll(next.changes);
    return new Hunk(before, after, all, from, next.to);
  }

  /** Whether a secret in it, or right after its changes, keeps it from being applied. */
  boolean isMasked() {
    return masked;
  }

  private boolean addsMasked() {
    return changes.stream().anyMatch(c -> after.isMasked(c.afterStart(), c.afterEnd()));
  }

  private boolean removesMasked() {
    return changes.stream().anyMatch(c -> before.isMasked(c.beforeStart(), c.beforeEnd()));
  }

  /**
   * A line of the older version that is not shown at all. Where a masked line is added and none
   * removed, {@code patch} would find the place and write the mask into the file. It does not look
   * at the outer lines of a hunk when it has to, but it always does at this one: a line that goes,
   * one between two changes, or, unless it {@link #isExposed}, the one beside those that come.
   */
  private OptionalInt hidden() {
    if (!addsMasked() || removesMasked()) {
      return OptionalInt.empty();
    }
    IntStream removed =
        changes.stream().flatMapToInt(c -> IntStream.range(c.beforeStart(), c.beforeEnd()));
    int first = changes.get(0).beforeStart();
    IntStream between =
        IntStream.range(1, changes.size())
            .flatMap(
                i -> IntStream.range(changes.get(i - 1).beforeEnd(), changes.get(i).beforeStart()));
    IntStream beside = IntStream.of(first - 1, first).filter(l -> l >= start && l < end);
    return IntStream.concat(removed, IntStream.concat(between, beside)).findFirst();
  }

  /**
   * Whether {@code patch} may write a mask into the file: of a hunk that only adds, it passes over
   * two lines on each side when it has to.
   */
  boolean isExposed() {
    LineDiff.Change change = changes.get(0);
    boolean onlyAdds = changes.size() == 1 && change.beforeStart() == change.beforeEnd();
    int context = Math.max(change.beforeStart() - start, end - change.beforeEnd());
    return onlyAdds && addsMasked() && context < CONTEXT;
  }

  void print(Optional<String> foreignEncoding, List<DiffLine> out) {
    out.add(new DiffLine(DiffLine.Kind.HUNK, head(foreignEncoding)));
    OptionalInt hidden = hidden();
    int at = start;
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
    context(at, end, hidden, out);
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
    LineDiff.Change last = last(changes);
    int afterStart = changes.get(0).afterStart() - (changes.get(0).beforeStart() - start);
    int afterLength = last.afterEnd() + (end - last.beforeEnd()) - afterStart;
    String head =
        "@@ -" + range(start, end - start) + " +" + range(afterStart, afterLength) + " @@";
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
