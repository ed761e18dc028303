package dev.wmllint.layout;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.TextLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A line of a manifest by what decides where it belongs.
 *
 * @param line its number, from 0; of one that is not there, that of the line that it stands before
 * @param dashes the columns of the dashes that it starts with
 * @param column of what follows the dashes
 * @param key the key that it holds, if it does
 * @param value what follows the key or the dashes
 * @param content all of it, without its comment
 * @param text the same, as text
 */
record Row(
    int line,
    List<Integer> dashes,
    int column,
    Optional<String> key,
    Value value,
    Span content,
    String text) {
  enum Value {
    NONE,
    /** Plain: it may go on in the next lines. */
    PLAIN,
    QUOTED,
    /** The header of a block scalar. */
    BLOCK,
    /** A collection in brackets, or an alias. */
    OTHER
  }

  static Row of(TextLine line, int number) {
    List<Integer> dashes = new ArrayList<>();
    line.dashes().forEach(at -> dashes.add(at - line.start()));
    int column = line.afterDashes() - line.start();
    Span content = line.spanOfContent();
    int start = line.colon() < 0 ? line.afterDashes() : line.value();
    int from = Chars.skipProperties(line.text(), start, content.end());
    return new Row(
        number,
        dashes,
        column,
        line.key(),
        value(line.text(), from, content.end()),
        content,
        content.of(line.text()));
  }

  static Value value(String text, int from, int end) {
    if (from >= end || text.charAt(from) == '#') {
      return Value.NONE;
    }
    char c = text.charAt(from);
    if (c == '|' || c == '>') {
      return Value.BLOCK;
    }
    if (Chars.isQuote(c)) {
      return Value.QUOTED;
    }
    return Chars.isOpening(c) || c == '*' ? Value.OTHER : Value.PLAIN;
  }

  /** The line of a key that is not there. */
  static Row missing(Row before, int column, boolean item, String key) {
    List<Integer> dashes = item ? List.of(column) : List.of();
    int at = item ? column + 2 : column;
    Span none = Span.at(before.content().start());
    return new Row(before.line(), dashes, at, Optional.of(key), Value.NONE, none, "");
  }

  /** The column of the first dash, or of what the line holds. */
  int indent() {
    return dashes.isEmpty() ? column : dashes.get(0);
  }

  boolean isText() {
    return key.isEmpty() && dashes.isEmpty();
  }

  /** Whether it is the same key as the row above, and that one has no value. */
  boolean repeats(Row above) {
    boolean same = key.equals(above.key) && dashes.equals(above.dashes) && column == above.column;
    return same && key.isPresent() && above.value == Value.NONE;
  }

  Row indentedBy(int by) {
    List<Integer> moved = dashes.stream().map(dash -> dash + by).toList();
    return new Row(line, moved, column + by, key, value, content, text);
  }

  Row withKey(String name, Value other) {
    return new Row(line, dashes, column, Optional.of(name), other, content, text);
  }

  /** As though its first char were a dash with a space after it. */
  Row withDash() {
    return new Row(line, List.of(column), column + 2, key, value, content, text);
  }
}
