package dev.wmllint.rule;

/** Whether a rule offers corrections. */
public enum FixKind {
  NONE,
  /** Some findings carry a safe fix. */
  SAFE,
  /** Findings carry unsafe fixes only. */
  UNSAFE
}
