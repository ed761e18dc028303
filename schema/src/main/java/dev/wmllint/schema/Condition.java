package dev.wmllint.schema;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Decides the {@code if} of a schema. Knows the keywords that the schema's conditions are made of,
 * and refuses any other: a condition must not quietly mean something else here than in a validator.
 */
record Condition(SchemaTree tree) {
  boolean holds(JsonNode condition, JsonNode value) {
    return condition.has("$ref")
        ? holds(tree.resolve(condition), value)
        : condition.properties().stream()
            .allMatch(keyword -> holds(keyword.getKey(), keyword.getValue(), value));
  }

  private boolean holds(String keyword, JsonNode operand, JsonNode value) {
    return switch (keyword) {
      case "const" -> operand.equals(value);
      case "enum" -> operand.values().contains(value);
      case "type" -> operand.stringValue("").equals(typeOf(value));
      case "required" ->
          !value.isObject()
              || operand.valueStream().allMatch(name -> value.has(name.stringValue()));
      case "properties" -> !value.isObject() || propertiesHold(operand, value);
      default -> isAnnotation(keyword);
    };
  }

  private static boolean isAnnotation(String keyword) {
    if (keyword.startsWith("x-") || Keywords.ANNOTATIONS.contains(keyword)) {
      return true;
    }
    throw new IllegalStateException("not known in a condition: " + keyword);
  }

  static String typeOf(JsonNode value) {
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  private boolean propertiesHold(JsonNode conditions, JsonNode object) {
    return conditions.properties().stream()
        .filter(property -> object.has(property.getKey()))
        .allMatch(property -> holds(property.getValue(), object.get(property.getKey())));
  }
}
