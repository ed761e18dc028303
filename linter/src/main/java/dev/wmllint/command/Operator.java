package dev.wmllint.command;

/** What stands behind a command. */
public enum Operator {
  AND("&&"),
  OR("||"),
  PIPE("|"),
  PIPE_BOTH("|&"),
  SEMICOLON(";"),
  BACKGROUND("&"),
  NEWLINE("\n"),
  /** The end of the text, of a substitution, or of the construct around the command. */
  END("");

  private final String text;

  Operator(String text) {
    this.text = text;
  }

  /** As it is written. */
  public String text() {
    return text;
  }
}
