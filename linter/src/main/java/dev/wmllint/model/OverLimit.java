package dev.wmllint.model;

import java.util.Locale;

/** The ways in which a model definition is too much. */
final class OverLimit {
  private static final long KIB = 1024L;
  private static final long MIB = 1024L * 1024;

  private OverLimit() {}

  /** {@code known} entries, or "more than" that many. */
  static UnreadableModelException entries(long known, boolean atLeast, ModelLimits limits) {
    return over(
        "model definition has %s%,d entries, %,d are allowed",
        atLeast ? "more than " : "", known, limits.maxEntries());
  }

  static UnreadableModelException directory(ModelLimits limits) {
    return over(
        "the list of entries in the zip takes more than %,d bytes", limits.maxDirectoryBytes());
  }

  static UnreadableModelException expansion(long expanded, long ratio, ModelLimits limits) {
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
}
