package dev.wmllint.model;

import java.util.Locale;
import java.util.Optional;

/** Ends the reading: nothing after this fault can be trusted. Never leaves the package. */
final class UnreadableModelException extends Exception {
  private static final String FETCH_AGAIN = "copy or download it again, or pack it again";

  private static final long KIB = 1024L;
  private static final long MIB = 1024L * 1024;

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

  /** {@code known} entries, or "more than" that many. */
  static UnreadableModelException tooManyEntries(long known, boolean atLeast, ModelLimits limits) {
    return over(
        "model definition has %s%,d entries, %,d are allowed",
        atLeast ? "more than " : "", known, limits.maxEntries());
  }

  static UnreadableModelException tooLargeDirectory(ModelLimits limits) {
    return over(
        "the list of entries in the zip takes more than %,d bytes", limits.maxDirectoryBytes());
  }

  static UnreadableModelException tooLargeExpansion(long expanded, long ratio, ModelLimits limits) {
    long allowed = limits.maxExpandedBytes();
    // In a unit in which the limit is a whole number; what is over it must not read as if it were
    // not.
    long unit = allowed % MIB == 0 ? MIB : allowed % KIB == 0 ? KIB : 1;
    String name = unit == MIB ? "MiB" : unit == KIB ? "KiB" : "bytes";
    return over(
        "the zip expands to %,d %s, %,d times its size; at a ratio over %,d only %,d %s are"
            + " allowed",
        Math.max(expanded / unit, allowed / unit + 1),
        name,
        ratio,
        limits.maxRatio(),
        allowed / unit,
        name);
  }

  private static UnreadableModelException over(String message, Object... values) {
    return new UnreadableModelException(
        ModelRule.LIMITS,
        String.format(Locale.ROOT, message, values),
        "keep only the program's files; data belongs in the bucket");
  }

  ModelFault fault() {
    return fault;
  }
}
