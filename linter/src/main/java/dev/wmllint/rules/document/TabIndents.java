package dev.wmllint.rules.document;

import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The indents that tabs may stand for. A tab tells no depth; its neighbours do, and the format:
 * which keys belong where, and which key above still waits for its value.
 */
final class TabIndents {
  private static final int[] WIDTHS = {2, 4, 8, 1};
  private static final int STEP = 2;

  /** How far a neighbour may be that shows a depth. */
  private static final int LINES_AHEAD = 100;

  private final String text;
  private final List<TextLine> content;
  private final Deque<Level> levels = new ArrayDeque<>();
  private final SchemaNode root;

  /** A collection that is open at a line. */
  private static final class Level {
    final int column;
    final boolean list;
    final Optional<SchemaNode> schema;
    final Set<String> taken = new HashSet<>();

    /** What the format says about the key that has no value yet. */
    Optional<SchemaNode> waiting = Optional.empty();

    boolean waits;

    Level(int column, boolean list, Optional<SchemaNode> schema) {
      this.column = column;
      this.list = list;
      this.schema = schema;
    }

    boolean lacks(String key) {
      return !taken.contains(key) && schema.filter(node -> knows(node, key)).isPresent();
    }
  }

  private TabIndents(ManifestDocument document, SchemaNode root) {
    this.text = document.text();
    this.content = TextLine.all(text, document.lines());
    this.root = root;
  }

  /**
   * Fixes that make the text readable, each with other indents: by the format first, then tabs of
   * one width everywhere, the narrowest first.
   */
  static List<Fix> fixes(ManifestDocument document, SchemaNode root) {
    TabIndents tabs = new TabIndents(document, root);
    List<List<Edit>> possible = new ArrayList<>();
    possible.add(tabs.byFormat());
    for (int width : WIDTHS) {
      possible.add(tabs.ofWidth(width));
    }
    List<Fix> fixes = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (List<Edit> edits : possible) {
      Fix fix = Fix.safe("indent with spaces", edits.toArray(Edit[]::new));
      String fixed = FixApplier.apply(document.text(), List.of(fix));
      if (seen.add(fixed) && document.withText(fixed).problems().isEmpty()) {
        fixes.add(fix);
      }
    }
    return fixes;
  }

  private List<Edit> ofWidth(int width) {
    List<Edit> edits = new ArrayList<>();
    for (int line = 0; line < content.size(); line++) {
      if (content.get(line).tabbed()) {
        Span indent = content.get(line).indent();
        edits.add(new Edit(indent, indent.of(text).replace("\t", " ".repeat(width))));
      }
    }
    return edits;
  }

  private List<Edit> byFormat() {
    int[] columns = columns();
    List<Edit> edits = new ArrayList<>();
    int below = 0;
    for (int line = content.size() - 1; line >= 0; line--) {
      below = content.get(line).nothing() ? below : columns[line];
      if (content.get(line).tabbed()) {
        edits.add(new Edit(content.get(line).indent(), " ".repeat(below)));
      }
    }
    return edits;
  }

  /** The column of each line's content; of blocks, comments and blank lines without meaning. */
  private int[] columns() {
    int[] columns = new int[content.size()];
    levels.push(new Level(0, false, Optional.of(root)));
    int block = 0;
    for (int line = 0; line < content.size(); line++) {
      TextLine current = content.get(line);
      if (current.nothing()) {
        continue;
      }
      if (current.block()) {
        columns[line] = block;
        continue;
      }
      columns[line] = current.tabbed() ? column(line) : current.indent().length();
      place(current, columns[line]);
      block = columns[line] + STEP;
    }
    return columns;
  }

  private int column(int line) {
    TextLine current = content.get(line);
    Level top = levels.element();
    if (current.key().isEmpty() && !current.isItem()) {
      return top.waits ? childColumn(line) : top.column + STEP;
    }
    if (top.waits && fitsBelow(top.waiting, current)) {
      return childColumn(line);
    }
    for (Level level : levels) {
      boolean fits =
          current.isItem() ? level.list : !level.list && level.lacks(current.key().orElseThrow());
      if (fits) {
        return level.column;
      }
    }
    return top.waits ? childColumn(line) : top.column;
  }

  private static boolean fitsBelow(Optional<SchemaNode> waiting, TextLine line) {
    if (waiting.isEmpty()) {
      return false;
    }
    boolean list = waiting.get().types().contains("array");
    return line.isItem() ? list : !list && knows(waiting.get(), line.key().orElseThrow());
  }

  private static boolean knows(SchemaNode mapping, String key) {
    return mapping.property(key).isPresent() || mapping.otherNames().contains(key);
  }

  /** Where the lines below a key that waits for its value stand: as those that need no guess. */
  private int childColumn(int line) {
    Level top = levels.element();
    boolean item = content.get(line).isItem();
    for (int i = line + 1; i < Math.min(content.size(), line + LINES_AHEAD); i++) {
      TextLine next = content.get(i);
      int column = next.indent().length();
      if (next.nothing() || next.tabbed() || (item && !next.isItem() && column > top.column)) {
        continue;
      }
      boolean child = column > top.column || (column == top.column && next.isItem());
      return child ? column : belowWithoutNeighbour(content.get(line));
    }
    return belowWithoutNeighbour(content.get(line));
  }

  private int belowWithoutNeighbour(TextLine line) {
    return levels.element().column + (line.isItem() ? 0 : STEP);
  }

  private void place(TextLine line, int column) {
    for (int dash : line.dashes()) {
      item(column + dash);
      int inner = column + line.textStart();
      levels.push(new Level(inner, false, levels.element().schema.flatMap(SchemaNode::items)));
    }
    int at = line.isItem() ? column + line.textStart() : column;
    line.key().ifPresent(key -> key(line, key, at));
  }

  private void item(int column) {
    closeTo(column, true);
    Level top = levels.element();
    if (!top.list || top.column != column) {
      levels.push(new Level(column, true, top.waiting.filter(node -> node.items().isPresent())));
      top.waits = false;
    }
  }

  private void key(TextLine line, String key, int column) {
    closeTo(column, false);
    Level top = levels.element();
    if (top.list || top.column < column) {
      Level inner = new Level(column, false, top.list ? Optional.empty() : top.waiting);
      levels.push(inner);
      top = inner;
    }
    top.taken.add(key);
    top.waits = line.waits();
    top.waiting = top.waits ? top.schema.flatMap(node -> node.property(key)) : Optional.empty();
  }

  private void closeTo(int column, boolean item) {
    while (levels.size() > 1) {
      Level top = levels.element();
      boolean sibling = top.column == column && (top.list == item || (item && top.waits));
      if (top.column < column || sibling) {
        return;
      }
      levels.pop();
    }
  }
}
