package dev.wmllint.schema;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The table of frameworks inside the schema: the names are an enum, and each has a branch whose
 * {@code if} holds its name and whose {@code then} lists its versions.
 */
final class FrameworkTable {
  private static final DocPath NAME = DocPath.of("model_definition", "framework", "name");
  private static final DocPath VERSION = DocPath.of("model_definition", "framework", "version");
  private static final String CONST = "/if/properties/name/const";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private FrameworkTable() {}

  static Map<String, List<String>> read(SchemaNode root) {
    Map<String, List<String>> table = new LinkedHashMap<>();
    JsonNode nothing = JSON.objectNode();
    for (String name : root.at(NAME, nothing).orElseThrow().enumValues()) {
      ObjectNode instance = JSON.objectNode();
      instance.putObject("model_definition").putObject("framework").put("name", name);
      table.put(name, root.at(VERSION, instance).orElseThrow().enumValues());
    }
    return table;
  }

  /**
   * A copy of the schema with another table. Examples and snippets stay as they are.
   *
   * @throws IllegalArgumentException when the table is empty, or a framework in it has no version
   */
  static ObjectNode replace(ObjectNode schema, Map<String, List<String>> table) {
    if (table.isEmpty() || table.values().stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("no framework, or one without a version");
    }
    ObjectNode copy = schema.deepCopy();
    ObjectNode name = (ObjectNode) copy.at("/definitions/framework_name");
    replaceEnum(name, table.keySet(), "");
    replaceSynonyms((ObjectNode) name.get(Keywords.VALUE_SYNONYMS), table);

    ObjectNode framework = (ObjectNode) copy.at("/definitions/framework");
    JsonNode known = framework.get("allOf");
    ArrayNode branches = framework.putArray("allOf");
    table.forEach((key, versions) -> branches.add(branch(known, key, versions)));
    for (JsonNode branch : known) {
      if (branch.at(CONST).isMissingNode()) {
        branches.add(branch);
      }
    }
    return copy;
  }

  /** The branch of a framework; a new one is modelled on the first, without what is its own. */
  private static ObjectNode branch(JsonNode known, String framework, List<String> versions) {
    Optional<JsonNode> own =
        known
            .valueStream()
            .filter(candidate -> candidate.at(CONST).stringValue("").equals(framework))
            .findFirst();
    ObjectNode branch = own.orElse(known.get(0)).deepCopy().asObject();
    ((ObjectNode) branch.at("/if/properties/name")).put("const", framework);
    ObjectNode version = (ObjectNode) branch.at("/then/properties/version");
    if (own.isEmpty()) {
      branch.get("then").asObject().remove(Keywords.PROGRAM_EXTENSIONS);
      version.remove("enum");
    }
    replaceEnum(version, versions, framework + " ");
    return branch;
  }

  /** Keeps the descriptions of values that stay; others are described by their own name. */
  private static void replaceEnum(ObjectNode owner, Iterable<String> values, String prefix) {
    Map<String, JsonNode> descriptions = new HashMap<>();
    JsonNode oldValues = owner.path("enum");
    for (int i = 0; i < oldValues.size(); i++) {
      descriptions.put(oldValues.get(i).stringValue(), owner.path("enumDescriptions").path(i));
    }
    ArrayNode newValues = owner.putArray("enum");
    ArrayNode newDescriptions = owner.putArray("enumDescriptions");
    for (String value : values) {
      newValues.add(value);
      newDescriptions.add(descriptions.getOrDefault(value, JSON.stringNode(prefix + value)));
    }
  }

  /** What is offered now is no mistake any more, and what is not offered is no remedy. */
  private static void replaceSynonyms(ObjectNode synonyms, Map<String, List<String>> table) {
    List<String> wrong = List.copyOf(synonyms.propertyNames());
    for (String name : wrong) {
      if (table.containsKey(name) || !table.containsKey(synonyms.path(name).stringValue())) {
        synonyms.remove(name);
      }
    }
  }
}
