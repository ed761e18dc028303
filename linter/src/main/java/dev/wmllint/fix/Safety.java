package dev.wmllint.fix;

import java.util.Locale;

/** Whether a fix may be applied without asking. */
public enum Safety {
  /** Keeps the meaning of everything that was right. */
  SAFE,
  /** May change what the manifest means: applied only when asked for. */
  UNSAFE;

  /** {@code safe} or {@code unsafe}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
