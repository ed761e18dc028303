package dev.wmllint.credentials;

/** A text that no connection can be made of; its message names keys and places, never values. */
public final class CredentialException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line, in lower case, without a full stop
   */
  CredentialException(String message) {
    super(message);
  }
}
