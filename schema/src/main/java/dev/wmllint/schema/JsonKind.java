package dev.wmllint.schema;

import tools.jackson.databind.JsonNode;

/** What a JSON value is, as far as rules tell values apart. */
enum JsonKind {
  NULL("null", "null"),
  BOOLEAN("boolean", "boolean"),
  NUMBER("number", "number"),
  /** The empty string, which people take for no value. */
  EMPTY("empty", "string"),
  STRING("string", "string"),
  ARRAY("array", "array"),
  OBJECT("object", "object");

  private final String label;
  private final String typeName;

  JsonKind(String label, String typeName) {
    this.label = label;
    this.typeName = typeName;
  }

  static JsonKind of(JsonNode value) {
    if (value.isObject()) {
      return OBJECT;
    }
    if (value.isArray()) {
      return ARRAY;
    }
    if (value.isString()) {
      return value.stringValue().isEmpty() ? EMPTY : STRING;
    }
    if (value.isNumber()) {
      return NUMBER;
    }
    return value.isBoolean() ? BOOLEAN : NULL;
  }

  /** As it stands in {@code x-wml-rules}, after the colon. */
  String label() {
    return label;
  }

  /** As it stands in the schema's {@code type}. */
  String typeName() {
    return typeName;
  }
}
