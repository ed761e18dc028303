package dev.wmllint.diagnostic;

import dev.wmllint.ink.Ink;

/** The colours of severities, the same wherever one is shown. */
public final class SeverityInk {
  private SeverityInk() {}

  public static Ink of(Severity severity) {
    return switch (severity) {
      case ERROR -> Ink.BOLD.and(Ink.WRONG);
      case WARNING -> Ink.BOLD.and(Ink.DOUBTFUL);
      case INFO -> Ink.BOLD.and(Ink.CODE);
    };
  }
}
