package dev.wmllint.fix;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/** A value that is to be inserted, in whatever style its place has. */
public sealed interface Sketch {
  /** As block YAML after a key and its colon: begins with a space or a line end. */
  String block(int indent, String lineEnd);

  /** As flow YAML, or as JSON. */
  String flow(boolean json);

  /**
   * A scalar.
   *
   * @param text as YAML text on one line
   * @param comment that comes after it where the style allows one, without its {@code #}
   */
  record Value(String text, Optional<String> comment) implements Sketch {
    public Value(String text) {
      this(text, Optional.empty());
    }

    @Override
    public String block(int indent, String lineEnd) {
      return " " + text + comment.map(words -> " # " + words).orElse("");
    }

    @Override
    public String flow(boolean json) {
      return YamlEdits.inFlow(text, json);
    }
  }

  record Entries(Map<String, Sketch> entries) implements Sketch {
    @Override
    public String block(int indent, String lineEnd) {
      if (entries.isEmpty()) {
        return " {}";
      }
      StringBuilder out = new StringBuilder();
      entries.forEach(
          (key, value) ->
              out.append(lineEnd)
                  .append(" ".repeat(indent + 2))
                  .append(key)
                  .append(':')
                  .append(value.block(indent + 2, lineEnd)));
      return out.toString();
    }

    @Override
    public String flow(boolean json) {
      StringJoiner out = new StringJoiner(", ", "{", "}");
      entries.forEach(
          (key, value) -> out.add((json ? '"' + key + '"' : key) + ": " + value.flow(json)));
      return out.toString();
    }
  }

  record Items(List<Sketch> items) implements Sketch {
    @Override
    public String block(int indent, String lineEnd) {
      StringBuilder out = new StringBuilder();
      for (Sketch item : items) {
        String text = item.block(indent, lineEnd);
        String dash = lineEnd + " ".repeat(indent) + "- ";
        out.append(dash).append(text.stripLeading());
      }
      return out.toString();
    }

    @Override
    public String flow(boolean json) {
      StringJoiner out = new StringJoiner(", ", "[", "]");
      items.forEach(item -> out.add(item.flow(json)));
      return out.toString();
    }
  }
}
