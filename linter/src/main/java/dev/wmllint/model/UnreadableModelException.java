package dev.wmllint.model;

/** Ends the reading: nothing behind this fault can be trusted. Never leaves the package. */
final class UnreadableModelException extends Exception {
  private final transient ModelFault fault;

  UnreadableModelException(ModelFault fault) {
    // Flow, not a failure: nobody reads a stack trace of it.
    super(fault.message(), null, false, false);
    this.fault = fault;
  }

  ModelFault fault() {
    return fault;
  }
}
