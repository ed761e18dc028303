package dev.wmllint.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of frameworks other than the built-in one.
 *
 * @param origin where the table as a whole comes from
 * @param versions the versions of each framework, in the order in which they are to be proposed;
 *     never empty, and each has one at least
 */
public record Frameworks(Origin origin, Map<String, Setting<List<String>>> versions) {
  public Frameworks {
    versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
  }

  /** A table of which one party says everything. */
  public static Frameworks of(Map<String, List<String>> table, Origin origin) {
    Map<String, Setting<List<String>>> versions = new LinkedHashMap<>();
    table.forEach((name, list) -> versions.put(name, new Setting<>(List.copyOf(list), origin)));
    return new Frameworks(origin, versions);
  }

  public Map<String, List<String>> table() {
    Map<String, List<String>> table = new LinkedHashMap<>();
    versions.forEach((name, list) -> table.put(name, list.value()));
    return table;
  }
}
