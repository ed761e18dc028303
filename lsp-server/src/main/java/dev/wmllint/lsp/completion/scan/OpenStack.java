package dev.wmllint.lsp.completion.scan;

import dev.wmllint.lsp.completion.scan.OpenCollection.Kind;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The collections that are open while a text is read. */
final class OpenStack {
  private final List<Level> levels = new ArrayList<>();

  private static final class Level {
    final Kind kind;
    final boolean flow;
    final int column;
    final int start;
    Optional<Span> key = Optional.empty();
    int index = -1;
    boolean awaitsValue;

    Level(Kind kind, boolean flow, int column, int start) {
      this.kind = kind;
      this.flow = flow;
      this.column = column;
      this.start = start;
    }

    /** Behind a bracket or comma the next item is open, though nothing is written for it. */
    int openIndex() {
      return flow && kind == Kind.LIST && awaitsValue ? index + 1 : Math.max(0, index);
    }

    void open(Span what) {
      key = Optional.of(what);
      awaitsValue = true;
      index++;
    }
  }

  List<OpenCollection> collections() {
    return levels.stream()
        .map(
            level ->
                new OpenCollection(
                    level.kind,
                    level.flow,
                    level.column,
                    level.start,
                    level.key,
                    level.openIndex(),
                    level.awaitsValue))
        .toList();
  }

  boolean isEmpty() {
    return levels.isEmpty();
  }

  void clear() {
    levels.clear();
  }

  int depth() {
    return levels.size();
  }

  /** Column of the innermost collection; -1 where none is open. */
  int column() {
    return levels.isEmpty() ? -1 : top().column;
  }

  private Level top() {
    return levels.get(levels.size() - 1);
  }

  /** A dash of a block list. */
  void item(int column, int at) {
    closeTo(column, Kind.LIST);
    enter(Kind.LIST, column, at);
    top().open(new Span(at, at + 1));
  }

  /** A key of a block mapping. */
  void key(int column, Span key) {
    closeTo(column, Kind.MAPPING);
    enter(Kind.MAPPING, column, key.start());
    top().open(key);
  }

  /** Something is written for what is open innermost. */
  void hasValue() {
    if (!levels.isEmpty()) {
      top().awaitsValue = false;
    }
  }

  /** Whether a line without a key would be the value of what is open. */
  boolean awaitsValueAt(int column, boolean sameLine) {
    return !levels.isEmpty() && top().awaitsValue && (sameLine || column > top().column);
  }

  /** Closes what a line at {@code column} does not belong to. */
  private void closeTo(int column, Kind kind) {
    while (!levels.isEmpty()) {
      Level top = top();
      // A list may stand in the column of the key that it is the value of.
      boolean inside = kind == Kind.LIST && top.kind == Kind.MAPPING && top.awaitsValue;
      boolean stays = top.column < column || (top.column == column && (top.kind == kind || inside));
      if (stays) {
        return;
      }
      levels.remove(levels.size() - 1);
    }
  }

  /** What fits nowhere is taken as one more line of the collection around it. */
  private void enter(Kind kind, int column, int start) {
    boolean same = !levels.isEmpty() && top().column == column && top().kind == kind;
    boolean fits = levels.isEmpty() || top().awaitsValue || top().kind != kind;
    if (!same && fits) {
      hasValue();
      levels.add(new Level(kind, false, column, start));
    }
  }

  /** An opening bracket. */
  void bracket(Kind kind, int at) {
    int column = column();
    if (!levels.isEmpty() && top().flow && top().kind == Kind.LIST && top().awaitsValue) {
      top().open(Span.at(at));
    }
    hasValue();
    Level level = new Level(kind, true, column, at);
    level.awaitsValue = kind == Kind.LIST;
    levels.add(level);
  }

  /** Back to {@code depth} collections. */
  void closeTo(int depth) {
    while (levels.size() > depth) {
      levels.remove(levels.size() - 1);
    }
  }

  boolean isMapping() {
    return !levels.isEmpty() && top().kind == Kind.MAPPING;
  }

  /** Whether a value of a flow collection comes next, and no key. */
  boolean awaitsValue() {
    return !levels.isEmpty() && top().awaitsValue;
  }

  /** A key of a flow mapping, with its colon. */
  void flowKey(Span key) {
    top().open(key);
  }

  /** A scalar item of a flow list. */
  void flowItem(int at) {
    top().open(Span.at(at));
    top().awaitsValue = false;
  }

  /** A comma between brackets. */
  void comma() {
    Level top = top();
    top.key = Optional.empty();
    top.awaitsValue = top.kind == Kind.LIST;
  }
}
