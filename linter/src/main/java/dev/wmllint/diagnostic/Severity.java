package dev.wmllint.diagnostic;

import java.util.Locale;

/** How bad a finding is, the mildest first. */
public enum Severity {
  /** Worth knowing; never a reason to stop. */
  INFO,
  /** The run may start, and still not be what was meant. */
  WARNING,
  /** The service refuses the run, or it dies. */
  ERROR;

  /** The name that people write and read: {@code info}, {@code warning}, {@code error}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
