package dev.wmllint.schema;

import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A copy of a manifest for the validator, in which mappings and lists that lie deeper than the
 * schema looks are empty. The validator prints every value that differs from a {@code const}, and
 * Jackson throws when that is nested more than 500 deep; with aliases a manifest may well be.
 */
final class InstanceCopy {
  /** More than the schema has; {@code SchemaFileTest} sees to that. */
  static final int LEVELS = 8;

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private InstanceCopy() {}

  static JsonNode of(JsonNode instance) {
    return copy(instance, LEVELS);
  }

  private static JsonNode copy(JsonNode value, int levels) {
    if (value.isArray()) {
      ArrayNode copy = NODES.arrayNode();
      if (levels > 0) {
        value.forEach(item -> copy.add(copy(item, levels - 1)));
      }
      return copy;
    }
    if (value.isObject()) {
      ObjectNode copy = NODES.objectNode();
      if (levels > 0) {
        for (Map.Entry<String, JsonNode> property : value.properties()) {
          copy.set(property.getKey(), copy(property.getValue(), levels - 1));
        }
      }
      return copy;
    }
    return value;
  }
}
