package dev.wmllint.baseline;

/** A baseline that cannot be used; the message says what is wrong with it, in one line. */
public final class BaselineException extends Exception {
  private static final long serialVersionUID = 1L;

  BaselineException(String message) {
    super(message);
  }

  BaselineException(String message, Throwable cause) {
    super(message, cause);
  }
}
