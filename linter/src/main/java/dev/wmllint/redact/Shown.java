package dev.wmllint.redact;

import dev.wmllint.manifest.Placeholder;
import java.util.Set;

/** Values that stand in a secret's place and are none. */
final class Shown {
  private static final Set<String> NOTHING = Set.of("", "~", "null");

  private Shown() {}

  static boolean isShown(String value) {
    return NOTHING.contains(value.strip()) || Placeholder.isToCome(value);
  }
}
