package dev.wmllint.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of the schema, with its references.
 *
 * @param document the root object; never changed
 */
record SchemaTree(ObjectNode document) {

  static SchemaTree parse(String json) {
    return new SchemaTree(SchemaReader.read(json));
  }

  /**
   * The schema objects that hold at a place whatever its value: the object itself and what it takes
   * in by {@code allOf} and {@code $ref}, outermost first. Draft-07 ignores what stands beside a
   * {@code $ref}, so the object that has one is not among them.
   */
  List<JsonNode> facets(JsonNode schema) {
    List<JsonNode> facets = new ArrayList<>();
    collect(schema, facets);
    return facets;
  }

  private void collect(JsonNode schema, List<JsonNode> facets) {
    if (schema.has("$ref")) {
      collect(resolve(schema), facets);
      return;
    }
    facets.add(schema);
    for (JsonNode part : schema.path("allOf")) {
      collect(part, facets);
    }
  }

  /** The schema that a {@code $ref} names: a JSON pointer into this document (RFC 6901). */
  JsonNode resolve(JsonNode schema) {
    String reference = schema.path("$ref").stringValue("");
    JsonNode target =
        reference.startsWith("#") ? document.at(reference.substring(1)) : document.path(reference);
    if (target.isMissingNode()) {
      throw new IllegalStateException("no such definition: " + reference);
    }
    return target;
  }
}
