package dev.wmllint.rules.document;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.OpenBlock;
import dev.wmllint.yaml.lines.TextLine;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The indents that tabs may stand for. A tab tells no depth; its neighbours do, and the format:
 * which keys belong where, and which key above still waits for its value.
 */
final class TabIndents {
  private static final int[] WIDTHS = {2, 4, 8, 1};
  private static final int STEP = 2;

  /** How far a neighbour may be that shows a depth. */
  private static final int LINES_AHEAD = 100;

  /** No place of the format is as deep. */
  private static final int MAX_LEVELS = 30;

  private final String text;
  private final List<Indented> content;
  private final Deque<OpenLevel> levels = new ArrayDeque<>();
  private final SchemaNode root;

  /**
   * A line and what indents it.
   *
   * @param indent the spaces and tabs at its start; in a block scalar those that indent all of it
   * @param inBlock whether it belongs to a block scalar
   */
  private record Indented(TextLine line, Span indent, boolean inBlock) {
    boolean isNothing() {
      return inBlock ? line.isBlank() : line.isNothing();
    }

    boolean isTabbed() {
      return indent.of(line.text()).indexOf('\t') >= 0 && !(inBlock && line.isBlank());
    }

    boolean isItem() {
      return !inBlock && line.startsItem();
    }

    Optional<String> key() {
      return inBlock ? Optional.empty() : line.key();
    }

    /** Whether its key's value can only be below. */
    boolean awaitsValue() {
      int end = line.end();
      return Chars.isNothing(
          line.text(), Chars.skipProperties(line.text(), line.value(), end), end);
    }
  }

  /** A collection that is open at a line. */
  private static final class OpenLevel implements OpenBlock {
    private final int column;
    private final boolean list;
    private final Optional<SchemaNode> schema;
    private final Set<String> taken = new HashSet<>();

    /** What the format says about the key that has no value yet. */
    private Optional<SchemaNode> waiting = Optional.empty();

    private boolean waits;

    /** What indents its last key, as it is written: lines alike are beside each other. */
    private String indent = "";

    OpenLevel(int column, boolean list, Optional<SchemaNode> schema) {
      this.column = column;
      this.list = list;
      this.schema = schema;
    }

    @Override
    public int column() {
      return column;
    }

    @Override
    public boolean isList() {
      return list;
    }

    @Override
    public boolean awaitsValue() {
      return waits;
    }

    boolean canTake(String key) {
      return !taken.contains(key) && schema.filter(node -> knows(node, key)).isPresent();
    }
  }

  private TabIndents(ManifestDocument document, SchemaNode root) {
    this.text = document.text();
    this.content = read(LineReader.of(document.source()));
    this.root = root;
  }

  private static List<Indented> read(LineReader reader) {
    List<Indented> content = new ArrayList<>();
    int next = 0;
    while (next < reader.lines().count()) {
      TextLine line = reader.line(next);
      content.add(new Indented(line, new Span(line.start(), line.content()), false));
      next++;
      if (line.opensBlockScalar()) {
        next = readBlock(reader, line, next, content);
      }
    }
    return content;
  }

  /** Reads the lines of a block scalar: what indents its first line indents them all. */
  private static int readBlock(
      LineReader reader, TextLine header, int first, List<Indented> content) {
    int indent = 0;
    int next = first;
    while (next < reader.lines().count() && isDeeper(reader.line(next), header)) {
      TextLine line = reader.line(next);
      indent = indent == 0 && !line.isBlank() ? line.column() : indent;
      Span own = new Span(line.start(), line.start() + Math.min(indent, line.column()));
      content.add(new Indented(line, own, true));
      next++;
    }
    return next;
  }

  private static boolean isDeeper(TextLine line, TextLine header) {
    int tabs = line.tabs() - header.tabs();
    int spaces = line.column() - header.column() - tabs;
    return line.isBlank() || tabs > 0 || (tabs == 0 && spaces > 0);
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
    return content.stream()
        .filter(Indented::isTabbed)
        .map(Indented::indent)
        .map(indent -> new Edit(indent, indent.of(text).replace("\t", " ".repeat(width))))
        .toList();
  }

  private List<Edit> byFormat() {
    int[] columns = columns();
    List<Edit> edits = new ArrayList<>();
    int below = 0;
    for (int line = content.size() - 1; line >= 0; line--) {
      below = content.get(line).isNothing() ? below : columns[line];
      if (content.get(line).isTabbed()) {
        edits.add(new Edit(content.get(line).indent(), " ".repeat(below)));
      }
    }
    return edits;
  }

  /** The column of each line's content; of blocks, comments and blank lines without meaning. */
  private int[] columns() {
    int[] columns = new int[content.size()];
    levels.push(new OpenLevel(0, false, Optional.of(root)));
    int block = 0;
    for (int line = 0; line < content.size(); line++) {
      Indented current = content.get(line);
      if (current.isNothing()) {
        continue;
      }
      if (current.inBlock()) {
        columns[line] = block;
        continue;
      }
      columns[line] = current.isTabbed() ? column(line) : current.indent().length();
      place(current, columns[line]);
      block = columns[line] + STEP;
    }
    return columns;
  }

  private int column(int line) {
    Indented current = content.get(line);
    OpenLevel top = levels.element();
    if (current.key().isEmpty() && !current.isItem()) {
      return top.waits ? childColumn(line) : top.column + STEP;
    }
    if (top.waits && fitsBelow(top.waiting, current)) {
      return childColumn(line);
    }
    Optional<String> key = current.isItem() ? Optional.empty() : current.key();
    String indent = current.indent().of(text);
    return level(open -> key.isEmpty() ? open.list : !open.list && open.canTake(key.get()))
        .or(() -> level(open -> open.indent.equals(indent)))
        .map(OpenLevel::column)
        .orElseGet(() -> top.waits ? childColumn(line) : top.column);
  }

  /** The innermost level of a kind. */
  private Optional<OpenLevel> level(Predicate<OpenLevel> kind) {
    return levels.stream().limit(MAX_LEVELS).filter(kind).findFirst();
  }

  private static boolean fitsBelow(Optional<SchemaNode> waiting, Indented line) {
    if (waiting.isEmpty()) {
      return false;
    }
    boolean list = waiting.get().types().contains("array");
    return line.isItem() ? list : !list && knows(waiting.get(), line.key().orElseThrow());
  }

  private static boolean knows(SchemaNode mapping, String key) {
    return mapping.property(key).isPresent() || mapping.otherNames().contains(key);
  }

  /** The column of the lines below a key that waits for its value: that of those without tabs. */
  private int childColumn(int line) {
    OpenLevel top = levels.element();
    boolean item = content.get(line).isItem();
    for (int i = line + 1; i < Math.min(content.size(), line + LINES_AHEAD); i++) {
      Indented next = content.get(i);
      int column = next.indent().length();
      if (next.isNothing() || next.isTabbed() || (item && !next.isItem() && column > top.column)) {
        continue;
      }
      boolean child = column > top.column || (column == top.column && next.isItem());
      return child ? column : belowWithoutNeighbour(content.get(line));
    }
    return belowWithoutNeighbour(content.get(line));
  }

  private int belowWithoutNeighbour(Indented line) {
    return levels.element().column + (line.isItem() ? 0 : STEP);
  }

  private void place(Indented indented, int column) {
    TextLine line = indented.line();
    int shift = column - line.content();
    int inner = line.afterDashes() + shift;
    for (int dash : line.dashes()) {
      item(dash + shift);
      levels.push(new OpenLevel(inner, false, levels.element().schema.flatMap(SchemaNode::items)));
    }
    indented.key().ifPresent(key -> key(indented, key, inner));
  }

  private void item(int column) {
    closeTo(column, true);
    OpenLevel top = levels.element();
    if (!top.list || top.column != column) {
      levels.push(
          new OpenLevel(column, true, top.waiting.filter(node -> node.items().isPresent())));
      top.waits = false;
    }
  }

  private void key(Indented line, String key, int column) {
    closeTo(column, false);
    OpenLevel top = levels.element();
    if (top.list || top.column < column) {
      OpenLevel inner = new OpenLevel(column, false, top.list ? Optional.empty() : top.waiting);
      levels.push(inner);
      top = inner;
    }
    top.indent = line.indent().of(text);
    top.taken.add(key);
    top.waits = line.awaitsValue();
    top.waiting = top.waits ? top.schema.flatMap(node -> node.property(key)) : Optional.empty();
  }

  private void closeTo(int column, boolean item) {
    while (levels.size() > 1 && !levels.element().holds(column, item)) {
      levels.pop();
    }
  }
}
