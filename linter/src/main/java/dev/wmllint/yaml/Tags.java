package dev.wmllint.yaml;

import java.util.Optional;
import java.util.Set;

/**
 * The tags that a reader of YAML 1.1 can construct without the program's help (chapter
 * "Language-Independent Types", and what PyYAML's safe loader takes of it). Another one ends the
 * reading of the whole file.
 */
final class Tags {
  private static final String STANDARD = "tag:yaml.org,2002:";
  private static final Set<String> OF_SCALARS =
      Set.of("null", "bool", "int", "float", "binary", "timestamp", "str", "merge", "value");
  private static final Set<String> OF_LISTS = Set.of("seq", "omap", "pairs");
  private static final Set<String> OF_MAPPINGS = Set.of("map", "set");

  private Tags() {}

  static Optional<String> ofScalar(String tag, String value) {
    return problem(tag, OF_SCALARS, "a scalar")
        .or(
            () ->
                fits(tag, value)
                    ? Optional.empty()
                    : Optional.of("this value does not match its tag"));
  }

  static Optional<String> ofCollection(String tag, boolean mapping) {
    return mapping ? problem(tag, OF_MAPPINGS, "a mapping") : problem(tag, OF_LISTS, "a list");
  }

  private static Optional<String> problem(String tag, Set<String> fitting, String kind) {
    String name = name(tag);
    if (tag.equals("!") || fitting.contains(name)) {
      return Optional.empty();
    }
    boolean known =
        OF_SCALARS.contains(name) || OF_LISTS.contains(name) || OF_MAPPINGS.contains(name);
    return Optional.of(
        known ? "this tag does not fit " + kind : "YAML readers do not know this tag");
  }

  private static boolean fits(String tag, String value) {
    return switch (name(tag)) {
      case "int" -> ScalarTypes.isNumber(value) && value.indexOf('.') < 0;
      case "float" -> ScalarTypes.isNumber(value);
      case "bool" -> ScalarTypes.isBoolean(value);
      case "timestamp" -> ScalarTypes.isTimestamp(value);
      default -> true;
    };
  }

  private static String name(String tag) {
    return tag.startsWith(STANDARD) ? tag.substring(STANDARD.length()) : "";
  }
}
