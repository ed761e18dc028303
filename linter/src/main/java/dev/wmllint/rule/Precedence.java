package dev.wmllint.rule;

/**
 * Which finding is kept where several are about one value, the first before the others: what is not
 * filled in yet need not be in the table, and what is not in the table need not be quoted.
 */
public enum Precedence {
  SYNTAX,
  PLACEHOLDER,
  UNSUPPORTED,
  QUOTES,
  TYPE,
  FORM,
  HINT,
  /** Kept beside any other. */
  NONE
}
