package dev.wmllint.diagnostic;

import dev.wmllint.text.Colour;

/** The colours of severities, the same wherever one is shown. */
public final class SeverityColour {
  private SeverityColour() {}

  public static Colour of(Severity severity) {
    return switch (severity) {
      case ERROR -> Colour.BOLD.and(Colour.WRONG);
      case WARNING -> Colour.BOLD.and(Colour.DOUBTFUL);
      case INFO -> Colour.BOLD.and(Colour.CODE);
    };
  }
}
