package dev.wmllint.schema;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Decides the {@code if} of a schema. Knows the keywords that the schema's conditions are made of,
 * and refuses any other: a condition must not quietly mean something else here than in a validator.
 */
final class Condition {
  private final SchemaTree tree;

  Condition(SchemaTree tree) {
    this.tree = tree;
  }

  boolean holds(JsonNode condition, JsonNode value) {
    if (condition.has("$ref")) {
      return holds(tree.resolve(condition), value);
    }
    for (Map.Entry<String, JsonNode> keyword : condition.properties()) {
      if (!holds(keyword.getKey(), keyword.getValue(), value)) {
        return false;
      }
    }
    return true;
  }

  private boolean holds(String keyword, JsonNode operand, JsonNode value) {
    return switch (keyword) {
      case "const" -> operand.equals(value);
      case "enum" -> contains(operand, value);
      case "type" -> operand.stringValue("").equals(JsonKind.of(value).typeName());
      case "required" -> !value.isObject() || hasAll(operand, value);
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

  private static boolean contains(JsonNode list, JsonNode value) {
    for (JsonNode item : list) {
      if (item.equals(value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasAll(JsonNode names, JsonNode object) {
    for (JsonNode name : names) {
      if (!object.has(name.stringValue())) {
        return false;
      }
    }
    return true;
  }

  private boolean propertiesHold(JsonNode conditions, JsonNode object) {
    for (Map.Entry<String, JsonNode> property : conditions.properties()) {
      JsonNode value = object.get(property.getKey());
      if (value != null && !holds(property.getValue(), value)) {
        return false;
      }
    }
    return true;
  }
}
