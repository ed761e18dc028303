package dev.wmllint.lsp.completion.scan;

import dev.wmllint.text.Span;
import java.util.Optional;

/**
 * A collection that is open at the cursor.
 *
 * @param kind what it is
 * @param flow whether it stands between brackets
 * @param column of its keys or dashes, from 0; in flow style that of the block around it
 * @param start offset of its first key, dash or bracket
 * @param key the key that is open, with its quotes; for a list the dash or start of the open item
 * @param index of the open item of a list, from 0
 * @param awaitsValue whether nothing is written yet for what is open
 */
public record OpenCollection(
    Kind kind,
    boolean flow,
    int column,
    int start,
    Optional<Span> key,
    int index,
    boolean awaitsValue) {
  enum Kind {
    MAPPING,
    LIST;

    static Kind of(char bracket) {
      return bracket == '{' ? MAPPING : LIST;
    }
  }

  public boolean isMapping() {
    return kind == Kind.MAPPING;
  }
}
