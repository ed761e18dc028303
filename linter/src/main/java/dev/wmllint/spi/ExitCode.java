package dev.wmllint.spi;

/** What the process ends with; of several the highest. */
public final class ExitCode {
  /** Nothing at or above {@code --fail-on}. */
  public static final int CLEAN = 0;

  public static final int FINDINGS = 1;

  /** A mistake on the command line, or input that cannot be read. */
  public static final int USAGE = 2;

  /** A mistake of ours. */
  public static final int INTERNAL = 3;

  private ExitCode() {}
}
