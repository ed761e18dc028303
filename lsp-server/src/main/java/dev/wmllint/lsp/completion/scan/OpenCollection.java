package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.OpenBlock;
import java.util.Optional;

/**
 * A collection that is open at the cursor.
 *
 * @param isList whether it is a list; else a mapping
 * @param flow whether it is written between brackets
 * @param column of its keys or dashes, from 0; in flow style that of the block around it
 * @param start offset of its first key, dash or bracket
 * @param key the key that is open, with its quotes; for a list the dash or start of the open item
 * @param count how many keys or items it has, the open one included
 * @param awaitsValue whether nothing is written yet for what is open
 */
public record OpenCollection(
    boolean isList,
    boolean flow,
    int column,
    int start,
    Optional<Span> key,
    int count,
    boolean awaitsValue)
    implements OpenBlock {

  static OpenCollection block(boolean list, int column, int start) {
    return new OpenCollection(list, false, column, start, Optional.empty(), 0, false);
  }

  /** A collection between brackets: a list awaits its first item. */
  static OpenCollection flow(boolean list, int column, int start) {
    return new OpenCollection(list, true, column, start, Optional.empty(), 0, list);
  }

  public boolean isMapping() {
    return !isList;
  }

  /**
   * Index of the open item of a list, from 0. After a bracket or comma the next item is open,
   * though nothing is written for it.
   */
  public int index() {
    return flow && isList && awaitsValue ? count : Math.max(0, count - 1);
  }

  /** With one more key or item, which awaits its value. */
  OpenCollection with(Span next) {
    return new OpenCollection(isList, flow, column, start, Optional.of(next), count + 1, true);
  }

  /** With something written for what is open. */
  OpenCollection withValue() {
    return new OpenCollection(isList, flow, column, start, key, count, false);
  }

  /** After a comma between brackets. */
  OpenCollection afterComma() {
    return new OpenCollection(isList, flow, column, start, Optional.empty(), count, isList);
  }
}
