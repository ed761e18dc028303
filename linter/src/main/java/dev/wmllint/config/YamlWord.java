package dev.wmllint.config;

import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.yaml.ScalarTypes;
import java.util.Set;

/** Text as a YAML scalar that every reader takes for this text: quoted where it has to be. */
final class YamlWord {
  private static final Set<String> NULLS = Set.of("null", "Null", "NULL");

  private YamlWord() {}

  static String of(String text) {
    return isPlain(text) ? text : DoubleQuoted.of(text);
  }

  /** No character that means something in YAML stands in it, in flow style neither. */
  private static boolean isPlain(String text) {
    return !text.isEmpty()
        && (isAsciiLetterOrDigit(text.charAt(0)) || "./".indexOf(text.charAt(0)) >= 0)
        && text.chars().allMatch(c -> isAsciiLetterOrDigit(c) || "_-./+*".indexOf(c) >= 0)
        && !ScalarTypes.isAmbiguous(text)
        && !NULLS.contains(text);
  }

  private static boolean isAsciiLetterOrDigit(int c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }
}
