package dev.wmllint.scaffold;

import dev.wmllint.schema.DocPath;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and writes values of a manifest in the making. */
final class Instances {
  private Instances() {}

  static Optional<String> text(JsonNode root, DocPath path) {
    return path.in(root).stringValueOpt();
  }

  /** Puts a string at a place, with all that is above it. */
  static void put(ObjectNode root, DocPath path, String value) {
    JsonNode node = root;
    for (int i = 0; i < path.steps().size() - 1; i++) {
      node = child(node, path.steps().get(i), path.steps().get(i + 1) instanceof Integer);
    }
    ((ObjectNode) node).put((String) path.last(), value);
  }

  private static JsonNode child(JsonNode node, Object step, boolean list) {
    if (node instanceof ArrayNode array) {
      return array.isEmpty() ? array.addObject() : array.get((Integer) step);
    }
    ObjectNode object = (ObjectNode) node;
    String key = (String) step;
    if (object.has(key)) {
      return object.get(key);
    }
    return list ? object.putArray(key) : object.putObject(key);
  }
}
