package dev.wmllint.layout;

import java.util.ArrayList;
import java.util.List;

/** What may have happened to the lines of a manifest. Rows are given by their index. */
sealed interface Slip {
  /** The rows as they were before. */
  List<Row> undone(List<Row> rows);

  /** Rows {@code from} to {@code to}, both included, lost or got spaces before them. */
  record Moved(int from, int to, int by) implements Slip {
    @Override
    public List<Row> undone(List<Row> rows) {
      List<Row> changed = new ArrayList<>(rows);
      for (int i = from; i <= to; i++) {
        changed.set(i, rows.get(i).indentedBy(by));
      }
      return changed;
    }
  }

  /**
   * A row is there twice.
   *
   * @param second the later of both, next to the other
   * @param empty the one without a value, which is not needed
   */
  record Repeated(int second, int empty) implements Slip {
    @Override
    public List<Row> undone(List<Row> rows) {
      List<Row> changed = new ArrayList<>(rows);
      changed.remove(empty);
      return changed;
    }
  }

  /** The row before another one is not there. */
  record Lost(int before, Row row) implements Slip {
    @Override
    public List<Row> undone(List<Row> rows) {
      List<Row> changed = new ArrayList<>(rows);
      changed.add(before, row);
      return changed;
    }
  }

  /** What parts a key from its value or its dash is not there. */
  record Unseparated(int row, UnseparatedKey key) implements Slip {
    @Override
    public List<Row> undone(List<Row> rows) {
      List<Row> changed = new ArrayList<>(rows);
      changed.set(row, key.read(rows.get(row)));
      return changed;
    }
  }

  /** A key has a value on its line, and keys below it. */
  record Valued(int row) implements Slip {
    @Override
    public List<Row> undone(List<Row> rows) {
      List<Row> changed = new ArrayList<>(rows);
      Row valued = rows.get(row);
      changed.set(row, valued.withKey(valued.key().orElseThrow(), Row.Value.NONE));
      return changed;
    }
  }
}
