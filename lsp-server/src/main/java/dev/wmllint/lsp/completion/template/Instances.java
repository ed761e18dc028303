package dev.wmllint.lsp.completion.template;

import dev.wmllint.schema.DocPath;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Manifests as JSON, as they might be. */
public final class Instances {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Instances() {}

  /**
   * The instance with another value at a path: only what lies on the path is copied. A list item
   * takes the place of the whole list.
   */
  public static JsonNode with(JsonNode instance, DocPath path, JsonNode value) {
    return with(instance, path.steps(), value);
  }

  private static JsonNode with(JsonNode instance, List<Object> steps, JsonNode value) {
    if (steps.isEmpty()) {
      return value;
    }
    List<Object> rest = steps.subList(1, steps.size());
    if (steps.get(0) instanceof Integer index) {
      ArrayNode list = JSON.arrayNode();
      for (int i = 0; i < index; i++) {
        list.add(instance.path(i).isMissingNode() ? JSON.nullNode() : instance.path(i));
      }
      return list.add(with(instance.path(index), rest, value));
    }
    String key = (String) steps.get(0);
    ObjectNode object = JSON.objectNode();
    instance.properties().forEach(entry -> object.set(entry.getKey(), entry.getValue()));
    object.set(key, with(instance.path(key), rest, value));
    return object;
  }
}
