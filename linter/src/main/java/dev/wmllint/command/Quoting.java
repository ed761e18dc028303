package dev.wmllint.command;

/** How a piece of literal text is protected from the shell. */
public enum Quoting {
  /** Not at all. */
  NONE,
  /** One char after a backslash. */
  BACKSLASH,
  /** {@code '…'}. */
  SINGLE,
  /** {@code "…"}. */
  DOUBLE,
  /** {@code $'…'} of bash. */
  ANSI_C
}
