package dev.wmllint.command;

/**
 * {@code > file} and its kind.
 *
 * @param target the file, the descriptor, the here-string or the here-document's delimiter
 */
public record Redirection(Kind kind, Word target) {
  /** What is done with the target. */
  public enum Kind {
    /** {@code <}. */
    READ,
    /** {@code >}, {@code >>}, {@code >|}, {@code &>}, {@code &>>}, {@code <>}. */
    WRITE,
    /** {@code 2>&1}, {@code <&0}, {@code >&-}. */
    DUPLICATE,
    /** {@code <<}, {@code <<-}. */
    HERE_DOCUMENT,
    /** {@code <<<}. */
    HERE_STRING
  }

  /** Whether the target is a file that is made when it does not exist. */
  public boolean writesFile() {
    return kind == Kind.WRITE;
  }

  /** Whether the program reads something from here instead of the terminal. */
  public boolean feedsInput() {
    return kind == Kind.READ || kind == Kind.HERE_DOCUMENT || kind == Kind.HERE_STRING;
  }
}
