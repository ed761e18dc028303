package dev.wmllint.redact;

import dev.wmllint.manifest.Placeholder;
import java.util.Set;
import java.util.regex.Pattern;

/** Values that stand in a secret's place and are none. */
final class Shown {
  private static final Set<String> NOTHING = Set.of("", "~", "null");

  /** A password may begin with a dollar; a variable of that kind is shouted. */
  private static final Pattern DOLLAR_PASSWORD =
      Pattern.compile("\\$(?!\\{)(?![A-Z_][A-Z0-9_]*+$).*", Pattern.DOTALL);

  private Shown() {}

  static boolean isShown(String value) {
    String stripped = value.strip();
    return NOTHING.contains(stripped)
        || (Placeholder.isToCome(stripped)
            && SecretShape.isWords(stripped)
            && !DOLLAR_PASSWORD.matcher(stripped).matches());
  }
}
