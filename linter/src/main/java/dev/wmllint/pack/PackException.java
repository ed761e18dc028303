package dev.wmllint.pack;

import java.io.IOException;

/** Why a folder cannot be packed; its message is for people. */
public final class PackException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message one line, in lower case, without a full stop; names in it are not made printable
   */
  PackException(String message) {
    super(message);
  }
}
