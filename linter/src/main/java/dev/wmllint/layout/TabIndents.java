package dev.wmllint.layout;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The indents that tabs may stand for. A tab tells no depth; its neighbours do, and the format:
 * which keys belong where, and which key above still waits for its value.
 */
public final class TabIndents {
  private static final int[] WIDTHS = {2, 4, 8, 1};
  private static final int STEP = 2;

  /** How far a neighbour may be that shows a depth. */
  private static final int LINES_AHEAD = 100;

  private final List<Indented> content;
  private final Fit fit;

  /** What indents the last key of a column, as it is written: lines alike are beside each other. */
  private final Map<Integer, String> indents = new HashMap<>();

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
      return written().indexOf('\t') >= 0 && !(inBlock && line.isBlank());
    }

    boolean isItem() {
      return !inBlock && line.startsItem();
    }

    String written() {
      return indent.of(line.text());
    }
  }

  private TabIndents(ManifestDocument document, SchemaNode root) {
    this.content = read(LineReader.of(document.source()));
    this.fit = new Fit(new Places(root));
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
  public static List<Fix> fixes(ManifestDocument document, SchemaNode root) {
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
        .map(line -> new Edit(line.indent(), line.written().replace("\t", " ".repeat(width))))
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
    int block = 0;
    for (int line = 0; line < content.size(); line++) {
      Indented current = content.get(line);
      if (current.inBlock()) {
        columns[line] = block;
      } else if (!current.isNothing()) {
        Row row = Row.of(current.line(), line);
        int column = current.isTabbed() ? column(line, row) : current.indent().length();
        fit.read(row.indentedBy(column - row.indent()));
        if (row.key().isPresent()) {
          indents.put(column, current.written());
        }
        columns[line] = column;
        block = column + STEP;
      }
    }
    return columns;
  }

  private int column(int line, Row row) {
    int child = fit.waiting().map(parent -> childColumn(line, parent)).orElse(-1);
    if (row.isText()) {
      return child >= 0 ? child : fit.column(column -> true).orElse(-STEP) + STEP;
    }
    if (child >= 0 && fit.isWaitingFor(row)) {
      return child;
    }
    String indent = content.get(line).written();
    Predicate<Integer> alike = column -> indent.equals(indents.get(column));
    return fit.columnOf(row, alike)
        .or(() -> fit.columnOf(row, column -> true))
        .or(() -> fit.column(alike))
        .or(() -> child >= 0 ? Optional.of(child) : fit.column(column -> true))
        .orElse(0);
  }

  /** The column of the lines below a key that waits for its value: that of those without tabs. */
  private int childColumn(int line, int parent) {
    boolean item = content.get(line).isItem();
    for (int i = line + 1; i < Math.min(content.size(), line + LINES_AHEAD); i++) {
      Indented next = content.get(i);
      int column = next.indent().length();
      boolean skipped = item && !next.isItem() && column > parent;
      if (!next.isNothing() && !next.isTabbed() && !skipped) {
        boolean child = column > parent || (column == parent && next.isItem());
        return child ? column : parent + (item ? 0 : STEP);
      }
    }
    return parent + (item ? 0 : STEP);
  }
}
