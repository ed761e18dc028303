package dev.wmllint.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What differs between two tables of frameworks.
 *
 * @param added names with versions, such as {@code tensorflow 1.4-py3}, in the order of the table
 * @param removed the same
 */
public record FrameworkChanges(List<String> added, List<String> removed) {
  public FrameworkChanges {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  public static FrameworkChanges between(
      Map<String, List<String>> before, Map<String, List<String>> after) {
    return new FrameworkChanges(onlyIn(after, before), onlyIn(before, after));
  }

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  private static List<String> onlyIn(
      Map<String, List<String>> table, Map<String, List<String>> other) {
    List<String> only = new ArrayList<>();
    table.forEach(
        (name, versions) -> {
          Set<String> added = new LinkedHashSet<>(versions);
          other.getOrDefault(name, List.of()).forEach(added::remove);
          added.forEach(version -> only.add(name + " " + version));
        });
    return only;
  }
}
