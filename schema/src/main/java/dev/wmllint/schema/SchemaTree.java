package dev.wmllint.schema;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON of the schema, with its references.
 *
 * @param document the root object; never changed
 */
record SchemaTree(ObjectNode document) {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /**
   * Reads the JSON from the token stream. An ObjectMapper does the same, but to set one up takes
   * longer than everything else between the start of the program and the first finding. Not for
   * input of others: as deep as the JSON, and strict about nothing but its syntax.
   *
   * @param json an object
   */
  static SchemaTree parse(String json) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      parser.nextToken();
      return new SchemaTree((ObjectNode) value(parser));
    }
  }

  private static JsonNode value(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String name = parser.currentName();
          parser.nextToken();
          object.set(name, value(parser));
        }
        yield object;
      }
      case START_ARRAY -> {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          array.add(value(parser));
        }
        yield array;
      }
      case VALUE_STRING -> NODES.stringNode(parser.getString());
      case VALUE_NUMBER_INT -> NODES.numberNode(parser.getIntValue());
      case VALUE_NUMBER_FLOAT -> NODES.numberNode(parser.getDoubleValue());
      case VALUE_TRUE, VALUE_FALSE -> NODES.booleanNode(parser.getBooleanValue());
      default -> NODES.nullNode();
    };
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
