package dev.wmllint.schema;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Finds the schema of a place of a manifest, narrowed by the values around it: beside {@code type:
 * s3} a connection has s3's keys only, and the version of tensorflow is one of tensorflow's.
 */
public final class SchemaNavigator {
  private final SchemaNode root;

  SchemaNavigator(SchemaNode root) {
    this.root = root;
  }

  /**
   * The schema of a place; empty when the format has no such place, or refuses it here.
   *
   * @param path need not exist in the instance
   * @param instance the manifest, as much of it as there is; what it lacks narrows nothing
   */
  public Optional<SchemaNode> at(DocPath path, JsonNode instance) {
    JsonNode value = instance;
    SchemaNode node = root.narrow(orEmpty(value));
    for (Object step : path.steps()) {
      Optional<SchemaNode> next;
      if (step instanceof Integer index) {
        next = node.items();
        value = value.path(index);
      } else {
        next = node.property((String) step);
        value = value.path((String) step);
      }
      if (next.isEmpty()) {
        return next;
      }
      node = next.get().narrow(orEmpty(value));
    }
    return Optional.of(node);
  }

  /** Where nothing is written yet, a mapping without keys tells what is required. */
  private static JsonNode orEmpty(JsonNode value) {
    return value.isMissingNode() || value.isNull() ? JsonNodeFactory.instance.objectNode() : value;
  }
}
