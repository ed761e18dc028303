package dev.wmllint.yaml;

/** How a scalar is written (YAML 1.2, chapters 7.3 and 8.1). */
public enum ScalarStyle {
  PLAIN,
  SINGLE_QUOTED,
  DOUBLE_QUOTED,
  LITERAL,
  FOLDED;

  public boolean isQuoted() {
    return this == SINGLE_QUOTED || this == DOUBLE_QUOTED;
  }

  public boolean isBlock() {
    return this == LITERAL || this == FOLDED;
  }
}
