package dev.wmllint.fix;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A value that is to be inserted, in whatever style its place has. */
public sealed interface Sketch {
  /**
   * As block YAML after a key and its colon: begins with a space or a line end.
   *
   * @param column of the key
   */
  String block(int column, Layout layout);

  /**
   * As flow YAML, or as JSON.
   *
   * @param column of the line that it starts in, where it is to take several lines
   */
  String flow(boolean json, Optional<Integer> column, Layout layout);

  /** As a list's item after its dash and space; further lines begin at {@code column}. */
  default String item(int column, Layout layout) {
    return block(column, layout).stripLeading();
  }

  /** As a block, in the usual layout. */
  default String block(int column, String lineEnd) {
    return block(column, new Layout(lineEnd, 2, UnaryOperator.identity()));
  }

  /** In flow style, on one line. */
  default String flow(boolean json) {
    return flow(json, Optional.empty(), new Layout("\n", 2, UnaryOperator.identity()));
  }

  /**
   * How the text around is written.
   *
   * @param lineEnd the text's
   * @param unit columns that a block is deeper than the one around it
   * @param plain writes what stands for itself, keys and braces, in the syntax of the whole
   */
  record Layout(String lineEnd, int unit, UnaryOperator<String> plain) {
    private String newLine(int column) {
      return lineEnd + " ".repeat(column);
    }

    private String enclosed(
        String open, List<String> parts, String close, Optional<Integer> column) {
      if (column.isEmpty() || parts.isEmpty()) {
        return open + String.join(", ", parts) + close;
      }
      String inner = newLine(column.get() + unit);
      return open + inner + String.join("," + inner, parts) + newLine(column.get()) + close;
    }

    private Optional<Integer> inner(Optional<Integer> column) {
      return column.map(outer -> outer + unit);
    }
  }

  /** A value without parts. */
  non-sealed interface Scalar extends Sketch {}

  /**
   * A scalar that is known.
   *
   * @param text as YAML text on one line
   * @param comment that comes after it where the style allows one, without its {@code #}
   */
  record Value(String text, Optional<String> comment) implements Scalar {
    public Value(String text) {
      this(text, Optional.empty());
    }

    @Override
    public String block(int column, Layout layout) {
      return " " + layout.plain().apply(text + comment.map(words -> " # " + words).orElse(""));
    }

    @Override
    public String flow(boolean json, Optional<Integer> column, Layout layout) {
      return layout.plain().apply(YamlEdits.inFlow(text, json));
    }
  }

  /** A mapping, in the order in which it is written. */
  record Entries(Map<String, Sketch> entries) implements Sketch {
    @Override
    public String block(int column, Layout layout) {
      int inner = column + layout.unit();
      return entries.isEmpty()
          ? layout.plain().apply(" {}")
          : layout.newLine(inner) + item(inner, layout);
    }

    @Override
    public String item(int column, Layout layout) {
      List<String> lines = new ArrayList<>();
      entries.forEach(
          (key, value) -> lines.add(layout.plain().apply(key) + ":" + value.block(column, layout)));
      return String.join(layout.newLine(column), lines);
    }

    @Override
    public String flow(boolean json, Optional<Integer> column, Layout layout) {
      List<String> parts = new ArrayList<>();
      entries.forEach(
          (key, value) ->
              parts.add(
                  layout.plain().apply(json ? DoubleQuoted.of(key) : key)
                      + ": "
                      + value.flow(json, layout.inner(column), layout)));
      return layout.enclosed(layout.plain().apply("{"), parts, layout.plain().apply("}"), column);
    }
  }

  record Items(List<Sketch> items) implements Sketch {
    @Override
    public String block(int column, Layout layout) {
      StringBuilder out = new StringBuilder();
      for (Sketch item : items) {
        out.append(layout.newLine(column)).append("- ").append(item.item(column + 2, layout));
      }
      return out.toString();
    }

    @Override
    public String flow(boolean json, Optional<Integer> column, Layout layout) {
      List<String> parts =
          items.stream().map(item -> item.flow(json, layout.inner(column), layout)).toList();
      return layout.enclosed("[", parts, "]", column);
    }
  }
}
