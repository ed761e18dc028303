package dev.wmllint.yaml.lines;

/** A block collection that is open while lines are read from the top. */
public interface OpenBlock {
  /** The column of its keys or dashes. */
  int column();

  boolean isList();

  /** Whether its last key has no value yet. */
  boolean awaitsValue();

  /**
   * Whether a line at a column may still belong to it. A list may start in the column of the key
   * that it is the value of.
   *
   * @param item whether the line starts with a dash
   */
  default boolean holds(int column, boolean item) {
    boolean same = isList() == item || (item && awaitsValue());
    return column() < column || (column() == column && same);
  }
}
