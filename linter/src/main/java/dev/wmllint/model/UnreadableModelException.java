package dev.wmllint.model;

import java.util.Optional;

/** Ends the reading: nothing after this fault can be trusted. Never leaves the package. */
final class UnreadableModelException extends Exception {
  private static final String FETCH_AGAIN = "copy or download it again, or pack it again";

  private final transient ModelFault fault;

  UnreadableModelException(ModelRule rule, String message, String help) {
    // Flow, not a failure: its stack trace is of no use.
    super(message, null, false, false);
    this.fault = new ModelFault(rule.id(), message, help, Optional.empty(), 0);
  }

  /** A zip that is broken as a whole. */
  static UnreadableModelException corrupt(String message) {
    return new UnreadableModelException(ModelRule.CORRUPT, message, FETCH_AGAIN);
  }

  static UnreadableModelException damagedDirectory(String detail) {
    return corrupt("the central directory of the zip is damaged: " + detail);
  }

  ModelFault fault() {
    return fault;
  }
}
