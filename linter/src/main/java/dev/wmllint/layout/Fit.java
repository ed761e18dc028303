package dev.wmllint.layout;

import dev.wmllint.schema.SchemaNode;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * How well lines fit the format as they are indented: reads them as a YAML parser would, and counts
 * what is not where it belongs. Goes on after each fault.
 */
final class Fit {
  private static final int NOWHERE = Integer.MAX_VALUE;

  /** No place of the format is as deep. */
  private static final int MAX_LEVELS = 30;

  private final Places places;
  private final Deque<Block> open = new ArrayDeque<>();
  private Optional<Awaited> awaited = Optional.empty();
  private int plain = NOWHERE;
  private int block = NOWHERE;
  private int body = NOWHERE;
  private final Map<Integer, Integer> steps = new HashMap<>();
  private int faults;
  private int misplaced;
  private int bare;
  private boolean started;
  private final Set<String> topKeys = new HashSet<>();

  /** A collection that is open. What is in one that the format does not know is not counted. */
  private record Block(int column, boolean list, Optional<SchemaNode> schema, Set<String> seen) {}

  /** What a key or a dash waits for: a value in the next lines. */
  private record Awaited(int column, Optional<SchemaNode> schema, boolean item) {
    boolean isCollection() {
      return schema.isPresent()
          && (schema.get().types().contains("object") || schema.get().types().contains("array"));
    }
  }

  /**
   * The outcome.
   *
   * @param faults all that is wrong, what is missing too
   * @param misplaced of these, the lines that cannot be where they are
   * @param where the rows with such a line
   * @param bare the mappings that stand where a list belongs
   * @param steps how often the keys of a mapping are so many columns further in than its own key
   */
  record Score(int faults, int misplaced, BitSet where, int bare, Map<Integer, Integer> steps) {
    /** The usual step; 0 where there is none. */
    int step() {
      return steps.entrySet().stream()
          .max(Map.Entry.comparingByValue())
          .map(Map.Entry::getKey)
          .orElse(0);
    }

    /** How many mappings have other steps than the usual. */
    int irregular(int step) {
      int all = steps.values().stream().mapToInt(count -> count).sum();
      return all - steps.getOrDefault(step, 0);
    }
  }

  Fit(Places places) {
    this.places = places;
  }

  /** The column of the key or dash that waits for a value in the next lines. */
  Optional<Integer> waiting() {
    return awaited.map(Awaited::column);
  }

  /** Whether a row is, by the format, what the waiting key wants. */
  boolean isWaitingFor(Row row) {
    Optional<SchemaNode> wanted = awaited.flatMap(Awaited::schema);
    boolean list = wanted.flatMap(SchemaNode::items).isPresent();
    return row.dashes().isEmpty()
        ? wanted.isPresent() && !list && isKey(wanted.get(), row.key().orElseThrow())
        : list;
  }

  /** The column of the innermost open collection of those wanted. */
  Optional<Integer> column(Predicate<Integer> wanted) {
    return open.stream().limit(MAX_LEVELS).map(Block::column).filter(wanted).findFirst();
  }

  /** The same of lists for an item, and of mappings that lack a key. */
  Optional<Integer> columnOf(Row row, Predicate<Integer> wanted) {
    return open.stream()
        .limit(MAX_LEVELS)
        .filter(block -> wanted.test(block.column()))
        .filter(block -> row.dashes().isEmpty() ? takes(block, row) : block.list())
        .map(Block::column)
        .findFirst();
  }

  private boolean takes(Block block, Row row) {
    String key = row.key().orElseThrow();
    return !block.list()
        && block.schema().filter(schema -> isKey(schema, key)).isPresent()
        && !block.seen().contains(key);
  }

  private static boolean isKey(SchemaNode mapping, String key) {
    return mapping.property(key).isPresent() || mapping.otherNames().contains(key);
  }

  static Score of(List<Row> rows, Places places) {
    Fit fit = new Fit(places);
    BitSet where = new BitSet();
    for (int i = 0; i < rows.size(); i++) {
      int before = fit.misplaced;
      fit.misplaced += i > 0 && rows.get(i).repeats(rows.get(i - 1)) ? 1 : 0;
      fit.read(rows.get(i));
      where.set(i, fit.misplaced > before);
    }
    fit.close(-1);
    fit.missing(places.root(), fit.topKeys);
    return new Score(fit.faults, fit.misplaced, where, fit.bare, fit.steps);
  }

  private void misplaced() {
    faults++;
    misplaced++;
  }

  /** Reads the next row. */
  void read(Row row) {
    int indent = row.indent();
    if (block != NOWHERE && indent > block) {
      body = body == NOWHERE ? indent : body;
      if (indent < body) {
        misplaced();
      } else if (row.key().filter(places::isName).isPresent()) {
        misplaced++;
      }
      return;
    }
    block = NOWHERE;
    body = NOWHERE;
    if (row.isText()) {
      text(indent);
      return;
    }
    if (plain != NOWHERE && indent > plain) {
      misplaced();
    }
    plain = NOWHERE;
    for (int dash : row.dashes()) {
      dash(dash);
    }
    if (row.key().isPresent()) {
      key(row, row.key().get());
    } else if (row.value() != Row.Value.NONE) {
      value(row.value(), row.column() - 1);
    }
  }

  private void text(int indent) {
    if (plain != NOWHERE && indent > plain) {
      return;
    }
    if (awaited.isPresent() && indent > awaited.get().column()) {
      value(Row.Value.PLAIN, awaited.get().column());
    } else {
      misplaced();
    }
  }

  /** A scalar or the like, for the key or dash that waits. */
  private void value(Row.Value value, int column) {
    boolean scalar = value != Row.Value.OTHER;
    if (awaited.isPresent() && awaited.get().isCollection() && scalar) {
      misplaced();
    }
    awaited = Optional.empty();
    plain = value == Row.Value.PLAIN ? column : NOWHERE;
    block = value == Row.Value.BLOCK ? column : NOWHERE;
  }

  private void dash(int column) {
    if (awaited.isPresent() && column >= awaited.get().column() && !awaited.get().item()) {
      Optional<SchemaNode> list = awaited.get().schema();
      if (list.isPresent() && list.get().items().isEmpty()) {
        misplaced();
      }
      open.push(new Block(column, true, list.flatMap(SchemaNode::items), new HashSet<>()));
    } else {
      Block top = around(column, true);
      if (top == null || !top.list() || top.column() != column) {
        misplaced();
        open.push(new Block(column, true, Optional.empty(), new HashSet<>()));
      }
    }
    awaited = Optional.of(new Awaited(column, open.element().schema(), true));
  }

  private void key(Row row, String name) {
    int column = row.column();
    if (awaited.isPresent() && column > awaited.get().column()) {
      openMapping(column, awaited.get());
    } else {
      Block top = around(column, false);
      if (top == null) {
        if (started) {
          misplaced();
        }
        open.push(new Block(column, false, Optional.of(places.root()), topKeys));
      } else if (top.list() || top.column() != column) {
        misplaced();
        open.push(new Block(column, false, Optional.empty(), new HashSet<>()));
      }
    }
    started = true;
    awaited = Optional.empty();
    Block mapping = open.element();
    Optional<Places.Key> known = mapping.schema().flatMap(schema -> places.key(schema, name));
    if (mapping.schema().isEmpty()) {
      faults += places.isName(name) ? 1 : 0;
    } else if (known.isEmpty()) {
      faults++;
      misplaced += places.isName(name) || UnseparatedKey.of(row, places).isPresent() ? 1 : 0;
    } else if (!mapping.seen().add(known.get().present())) {
      misplaced();
    } else {
      faults += known.get().isElsewhere() ? 1 : 0;
    }
    awaited = Optional.of(new Awaited(column, known.flatMap(Places.Key::inside), false));
    if (row.value() != Row.Value.NONE) {
      value(row.value(), column);
    }
  }

  private void openMapping(int column, Awaited parent) {
    Optional<SchemaNode> schema = parent.schema();
    if (schema.isPresent() && !parent.isCollection()) {
      misplaced();
      schema = Optional.empty();
    }
    if (!parent.item()) {
      steps.merge(column - parent.column(), 1, Integer::sum);
      bare += schema.isPresent() && schema.get().items().isPresent() ? 1 : 0;
    }
    open.push(new Block(column, false, schema.map(Places::children), new HashSet<>()));
  }

  /** Closes what a list or mapping in a column cannot be in; null where nothing else is open. */
  private Block around(int column, boolean list) {
    close(column);
    Block top = open.peek();
    if (top != null && top.list() != list && top.column() == column) {
      closeBlock();
      top = open.peek();
    }
    return top;
  }

  /** Closes what is further in than a column. */
  private void close(int column) {
    unanswered();
    while (!open.isEmpty() && open.peek().column() > column) {
      closeBlock();
    }
  }

  private void unanswered() {
    faults += awaited.isPresent() && awaited.get().isCollection() ? 1 : 0;
    awaited = Optional.empty();
  }

  private void closeBlock() {
    Block closed = open.pop();
    if (!closed.list() && closed.schema().isPresent() && !open.isEmpty()) {
      missing(closed.schema().get(), closed.seen());
    }
  }

  private void missing(SchemaNode mapping, Set<String> seen) {
    faults += (int) mapping.required().stream().filter(key -> !seen.contains(key)).count();
  }
}
