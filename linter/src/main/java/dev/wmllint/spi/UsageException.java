package dev.wmllint.spi;

/** A mistake on the command line, or a file that cannot be used; its message is for people. */
public final class UsageException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param message one line, in lower case, without a full stop
   */
  public UsageException(String message) {
    super(message);
  }
}
