package dev.wmllint.subcommand;

import java.util.Map;

/** How wide running text may become. */
final class TerminalWidth {
  private static final int USUAL = 80;
  private static final int NARROWEST = 40;

  /** Longer lines are hard to read, however wide the terminal is. */
  private static final int WIDEST = 100;

  private TerminalWidth() {}

  /** What {@code COLUMNS} says, as POSIX has it, within what can be read. */
  static int of(Map<String, String> environment) {
    String columns = environment.getOrDefault("COLUMNS", "");
    if (!columns.matches("[1-9][0-9]{0,5}")) {
      return USUAL;
    }
    return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
  }
}
