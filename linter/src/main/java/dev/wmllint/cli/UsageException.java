package dev.wmllint.cli;

/** A mistake on the command line; its message is for people. */
final class UsageException extends Exception {
  UsageException(String message) {
    super(message);
  }
}
