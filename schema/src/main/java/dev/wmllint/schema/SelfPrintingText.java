package dev.wmllint.schema;

import tools.jackson.databind.node.StringNode;

/**
 * A JSON string that prints itself. The validator prints every {@code enum} that it compiles and
 * every value that differs from a {@code const}, though nobody reads that; Jackson's own nodes set
 * up a whole ObjectMapper for it, which doubles the time of a first validation.
 */
final class SelfPrintingText extends StringNode {
  private static final long serialVersionUID = 1L;

  SelfPrintingText(String value) {
    super(value);
  }

  /** Near enough to JSON for text that nobody reads. */
  @Override
  public String toString() {
    return '"' + stringValue() + '"';
  }
}
