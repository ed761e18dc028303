package dev.wmllint.manual;

import java.util.List;

/**
 * What belongs together.
 *
 * @param heading without a colon; empty for none
 */
public record Section(String heading, List<Entry> entries) {
  public Section {
    entries = List.copyOf(entries);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }
}
