package dev.wmllint.lsp.completion.template;

import dev.wmllint.yaml.ScalarTypes;

/** Which values may be written without quotes (YAML 1.2, chapter 7.3.3). */
public final class PlainText {
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`<";

  private PlainText() {}

  /** Whether a YAML reader hands over just this string. */
  public static boolean isSafe(String value, boolean flow) {
    if (value.isEmpty() || value.isBlank() || ScalarTypes.isAmbiguous(value)) {
      return false;
    }
    char first = value.charAt(0);
    char last = value.charAt(value.length() - 1);
    boolean bare =
        INDICATORS.indexOf(first) < 0
            && !Character.isWhitespace(first)
            && !Character.isWhitespace(last)
            && last != ':'
            && !value.contains(": ")
            && !value.contains(" #");
    return bare
        && value.chars().noneMatch(c -> Character.isISOControl(c) || (flow && isBracket(c)));
  }

  private static boolean isBracket(int c) {
    return ",[]{}".indexOf(c) >= 0;
  }
}
