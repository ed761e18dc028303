package dev.wmllint.help;

import java.util.List;

/**
 * What belongs together.
 *
 * @param heading without a colon; empty for none
 */
public record ManualSection(String heading, List<ManualEntry> entries) {
  public ManualSection {
    entries = List.copyOf(entries);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }
}
