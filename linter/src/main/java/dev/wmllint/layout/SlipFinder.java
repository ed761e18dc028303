package dev.wmllint.layout;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the one slip that explains most of what does not fit in the lines of a manifest. */
final class SlipFinder {
  /** No key of the format is deeper; what is further off was put there on purpose. */
  private static final int MAX_SHIFT = 12;

  /** As far above the first line that is out of place the slip itself may be. */
  private static final int ROWS_ABOVE = 14;

  /** In longer files only whole blocks are tried. */
  private static final int MAX_ROWS_OF_RANGES = 100;

  /** What an indent that differs from the others costs. */
  private static final double IRREGULAR = 0.5;

  private final List<Row> rows;
  private final Places places;
  private final Set<Integer> columns = new TreeSet<>();
  private final Fit.Score before;
  private final int step;

  /** The first row that is out of place. */
  private final int first;

  private Optional<Slip> best = Optional.empty();
  private int bestFaults;
  private double bestCost;

  private SlipFinder(List<Row> rows, Places places, Fit.Score before) {
    this.rows = rows;
    this.places = places;
    this.before = before;
    this.bestFaults = before.faults();
    this.step = before.step();
    this.first = before.where().nextSetBit(0);
    for (Row row : rows) {
      columns.add(row.column());
      columns.addAll(row.dashes());
    }
  }

  /** Empty where nothing is out of place, and where no single slip makes it better. */
  static Optional<Slip> find(List<Row> rows, Places places) {
    Fit.Score score = Fit.of(rows, places);
    if (score.misplaced() == 0) {
      return Optional.empty();
    }
    SlipFinder finder = new SlipFinder(rows, places, score);
    finder.repeated();
    finder.unseparated();
    finder.valued();
    finder.moved();
    finder.lost();
    return finder.best;
  }

  /**
   * Takes a slip if it is better than those before.
   *
   * @param gain how many faults less there must be
   * @param unlikely how unlikely it is beside others that explain as much
   */
  private void offer(Slip slip, int gain, double unlikely) {
    Fit.Score after = Fit.of(slip.undone(rows), places);
    int faults = after.faults();
    boolean worse = after.misplaced() >= before.misplaced() || after.bare() > before.bare();
    // What does not belong where it went either did not come from there.
    boolean stray = slip instanceof Slip.Moved moved && after.where().get(moved.from());
    if (worse || stray || before.faults() - faults < gain || faults > bestFaults) {
      return;
    }
    double cost = unlikely + IRREGULAR * after.irregular(step);
    if (faults < bestFaults || cost < bestCost) {
      best = Optional.of(slip);
      bestFaults = faults;
      bestCost = cost;
    }
  }

  private int start() {
    return Math.max(0, first - ROWS_ABOVE);
  }

  private int end() {
    return Math.min(rows.size(), first + 2);
  }

  private void repeated() {
    for (int i = 1; i < rows.size(); i++) {
      if (rows.get(i).repeats(rows.get(i - 1))) {
        boolean valued = rows.get(i).value() != Row.Value.NONE;
        offer(new Slip.Repeated(i, valued ? i - 1 : i), 1, 0.5);
      }
    }
  }

  private void unseparated() {
    for (int i = start(); i < end(); i++) {
      int row = i;
      UnseparatedKey.of(rows.get(i), places)
          .ifPresent(key -> offer(new Slip.Unseparated(row, key), 1, 0.7));
    }
  }

  private void valued() {
    for (int i = start(); i < end() && i + 1 < rows.size(); i++) {
      Row row = rows.get(i);
      boolean value = row.value() == Row.Value.PLAIN || row.value() == Row.Value.QUOTED;
      if (value && row.key().isPresent() && isUnder(row, rows.get(i + 1))) {
        offer(new Slip.Valued(i), 1, 0.6);
      }
    }
  }

  private void moved() {
    for (int i = start(); i < end(); i++) {
      if (!canMove(i)) {
        continue;
      }
      int column = rows.get(i).indent();
      int under = i;
      while (under + 1 < rows.size() && isUnder(rows.get(i), rows.get(under + 1))) {
        under++;
      }
      int beside = under;
      while (beside + 1 < rows.size() && rows.get(beside + 1).indent() >= column) {
        beside++;
      }
      for (int target : targets(i)) {
        int by = target - column;
        moved(i, i, by);
        for (int end = i + 1; end <= beside; end++) {
          boolean whole = end == under || end == beside;
          boolean block =
              end + 1 == rows.size()
                  || !isUnder(rows.get(end), rows.get(end + 1))
                  || (rows.get(end).isText() && !rows.get(end + 1).isText());
          if (whole || (block && rows.size() <= MAX_ROWS_OF_RANGES)) {
            moved(i, end, by);
          }
        }
      }
    }
  }

  /** A known key, an item, or a line of the command. */
  private boolean canMove(int row) {
    Row first = rows.get(row);
    if (!first.isText()) {
      return first.key().isEmpty() || places.isName(first.key().get());
    }
    int above = row;
    while (above > 0 && rows.get(above).key().isEmpty()) {
      above--;
    }
    return rows.get(above).key().filter(places::isCommand).isPresent();
  }

  private static boolean isUnder(Row parent, Row row) {
    boolean item = !row.dashes().isEmpty() && parent.dashes().isEmpty();
    return row.indent() > parent.indent() || (item && row.indent() == parent.indent());
  }

  private Set<Integer> targets(int row) {
    int column = rows.get(row).indent();
    Set<Integer> targets = new TreeSet<>(columns);
    if (row > 0) {
      targets.add(rows.get(row - 1).column() + 2);
    }
    targets.add(column + 2);
    targets.add(column - 2);
    targets.remove(column);
    targets.removeIf(target -> target < 0 || Math.abs(target - column) > MAX_SHIFT);
    return targets;
  }

  private void moved(int from, int to, int by) {
    for (int i = from; i <= to; i++) {
      if (rows.get(i).indent() + by < 0) {
        return;
      }
    }
    offer(new Slip.Moved(from, to, by), 1, 1 + (to - from) * 0.1 + Math.abs(by) * 0.01);
  }

  private void lost() {
    for (int i = start(); i < end(); i++) {
      Row row = rows.get(i);
      for (Places.Home home : places.homes()) {
        if (!isChild(i, home)) {
          continue;
        }
        boolean list = home.inside().items().isPresent();
        for (int column : columns) {
          if (column < row.indent() || (list && column == row.indent())) {
            offer(new Slip.Lost(i, Row.missing(row, column, false, home.key())), 2, 2);
            if (home.item()) {
              offer(new Slip.Lost(i, Row.missing(row, column, true, home.key())), 2, 2);
            }
          }
        }
      }
    }
  }

  /** Whether a row and the next ones in its column belong under a key; a single one may not. */
  private boolean isChild(int row, Places.Home home) {
    if (!rows.get(row).dashes().isEmpty()) {
      return home.inside().items().isPresent();
    }
    int children = 0;
    int column = rows.get(row).column();
    for (int i = row; i < rows.size() && rows.get(i).indent() >= column; i++) {
      Row next = rows.get(i);
      if (next.indent() == column && next.key().isPresent()) {
        if (places.key(Places.children(home.inside()), next.key().get()).isEmpty()) {
          break;
        }
        children++;
      }
    }
    return children > 1;
  }
}
