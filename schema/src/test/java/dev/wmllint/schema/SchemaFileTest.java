package dev.wmllint.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The schema file itself: whoever adds to it is told here what else belongs to it. */
class SchemaFileTest {
  private static final Set<String> RULES =
      Set.of(
          "connection-key-mismatch",
          "duplicate-key",
          "empty-manifest",
          "empty-value",
          "missing-connection-key",
          "missing-key",
          "single-data-source",
          "unknown-key",
          "unsupported-framework",
          "unsupported-framework-version",
          "unsupported-resource",
          "unsupported-store-type",
          "wrong-type");
  private static final Set<String> ASSERTIONS =
      Set.of(
          "type",
          "enum",
          "required",
          "additionalProperties",
          "minLength",
          "minItems",
          "maxItems",
          "not");
  private static final Set<String> STRUCTURE =
      Set.of(
          "$schema", "$ref", "definitions", "properties", "items", "allOf", "if", "then", "else");
  private static final Set<String> EXTENSIONS =
      Set.of(
          Keywords.DEFAULT_RULES,
          Keywords.RULE,
          Keywords.LEGACY_NAMES,
          Keywords.LEGACY_KEYS,
          Keywords.LATER_NAMES,
          Keywords.LATER_KEYS,
          Keywords.CREDENTIAL_NAME,
          Keywords.TRANSLATED_NAMES,
          Keywords.VALUE_SYNONYMS,
          Keywords.VALUE_NOTES,
          Keywords.GPUS,
          Keywords.FOREIGN_KEYS,
          Keywords.SECRET,
          Keywords.COUNTERPART,
          Keywords.VARIABLES,
          Keywords.COMMAND_TEMPLATES,
          Keywords.PROGRAM_EXTENSIONS);

  private final ManifestSchema schema = ManifestSchema.builtIn();
  private final SchemaTree tree = SchemaTree.parse(schema.json());
  private final Map<String, JsonNode> schemas = new LinkedHashMap<>();
  private final Map<String, JsonNode> conditions = new LinkedHashMap<>();

  SchemaFileTest() {
    walk("#", tree.document(), schemas);
  }

  /** Every schema object by its pointer; what is in an {@code if} goes to the conditions. */
  private void walk(String pointer, JsonNode object, Map<String, JsonNode> into) {
    into.put(pointer, object);
    for (Map.Entry<String, JsonNode> child : object.path("definitions").properties()) {
      // is_s3 and the like stand in conditions only
      boolean condition = child.getKey().startsWith("is_");
      walk(
          pointer + "/definitions/" + child.getKey(),
          child.getValue(),
          condition ? conditions : into);
    }
    for (Map.Entry<String, JsonNode> child : object.path("properties").properties()) {
      walk(pointer + "/properties/" + child.getKey(), child.getValue(), into);
    }
    for (int i = 0; i < object.path("allOf").size(); i++) {
      walk(pointer + "/allOf/" + i, object.path("allOf").get(i), into);
    }
    for (String keyword : List.of("items", "then", "else")) {
      if (object.has(keyword)) {
        walk(pointer + "/" + keyword, object.get(keyword), into);
      }
    }
    if (object.has("if")) {
      walk(pointer + "/if", object.get("if"), conditions);
    }
  }

  @Test
  void isTheFileAtTheTopOfTheModule() throws IOException {
    assertEquals(Files.readString(Path.of("training-manifest.schema.json")), schema.json());
  }

  @Test
  void fitsTheMetaSchema() {
    var metaSchema =
        SchemaRegistry.withDialect(Dialects.getDraft7())
            .getSchema(SchemaLocation.of(Dialects.getDraft7().getId()));

    assertEquals(List.of(), metaSchema.validate(Fixtures.json(schema.json())));
  }

  @Test
  void hasNoKeywordThatTheReaderDoesNotKnow() {
    schemas.forEach(
        (pointer, object) ->
            object
                .propertyNames()
                .forEach(
                    name ->
                        assertTrue(
                            ASSERTIONS.contains(name)
                                || STRUCTURE.contains(name)
                                || EXTENSIONS.contains(name)
                                || Keywords.ANNOTATIONS.contains(name),
                            pointer + "/" + name)));
  }

  @Test
  void saysNothingBesideARef() {
    schemas.forEach(
        (pointer, object) -> assertTrue(!object.has("$ref") || object.size() == 1, pointer));
  }

  /** Of a connection, which all keys of both kinds may be in, a kind refuses those of the other. */
  @Test
  void isClosedInEveryMapping() {
    schemas.forEach(
        (pointer, object) -> {
          boolean kind = pointer.matches("#/definitions/\\w+_connection");
          boolean open = types(object).contains("object") && !kind;
          assertEquals(open, object.path("additionalProperties").isBoolean(), pointer);
        });
  }

  @Test
  void documentsEveryKey() {
    for (Place place : places()) {
      SchemaNode node = place.node();
      assertTrue(node.title().isPresent(), "title of " + place.path());
      assertTrue(node.description().isPresent(), "description of " + place.path());
      assertTrue(node.markdownDescription().isPresent(), "markdownDescription of " + place.path());
      assertFalse(node.examples().isEmpty(), "examples of " + place.path());
    }
    assertTrue(places().size() > 60);
  }

  @Test
  void describesEveryListedValue() {
    schemas.forEach(
        (pointer, object) -> {
          assertEquals(object.path("enum").size(), object.path("enumDescriptions").size(), pointer);
          object
              .path("enumDescriptions")
              .forEach(words -> assertFalse(words.stringValue().isBlank(), pointer));
        });
  }

  @Test
  void namesTheRuleOfEveryKeywordThatCanFail() {
    schemas.forEach(
        (pointer, object) -> {
          SchemaNode node = SchemaNode.of(tree, object);
          for (String keyword : object.propertyNames()) {
            if (ASSERTIONS.contains(keyword)) {
              String rule = node.rule(keyword).orElse("none");
              assertTrue(RULES.contains(rule), pointer + "/" + keyword + ": " + rule);
            }
          }
        });
  }

  /** A misspelt keyword in a map of rules would be silent. */
  @Test
  void mapsRulesOfPresentKeywordsOnly() {
    schemas.forEach(
        (pointer, object) ->
            object
                .path(Keywords.RULE)
                .propertyNames()
                .forEach(
                    key -> assertTrue(object.has(key.replaceFirst(":.*", "")), pointer + key)));
  }

  /** Else an absent key or a value of the wrong type would choose a branch. */
  @Test
  void requiresInEveryConditionWhatItLooksAt() {
    assertFalse(conditions.isEmpty());
    conditions.forEach(
        (pointer, condition) -> {
          if (condition.has("required") || condition.has("properties")) {
            assertConditionIsSafe(pointer, condition);
          }
        });
  }

  private static void assertConditionIsSafe(String pointer, JsonNode condition) {
    assertEquals("object", condition.path("type").stringValue(""), pointer);
    for (String name : condition.path("properties").propertyNames()) {
      boolean required = false;
      for (JsonNode key : condition.path("required")) {
        required |= key.stringValue().equals(name);
      }
      assertTrue(required, pointer + ": " + name);
    }
  }

  /** What an example shows must be right at its place in some manifest. */
  @Test
  void givesExamplesThatAreValid() {
    for (Place place : places()) {
      for (JsonNode example : place.node().examples()) {
        assertValidSomewhere(place, example, "example");
      }
    }
  }

  @Test
  void givesSnippetsThatAreValid() {
    int snippets = 0;
    for (Place place : places()) {
      for (SchemaSnippet snippet : place.node().defaultSnippets()) {
        assertFalse(snippet.label().isBlank());
        assertTrue(snippet.description().isPresent());
        assertValidSomewhere(place, expanded(snippet.body()), snippet.label());
        snippets++;
      }
    }
    assertTrue(snippets > 10);
  }

  private void assertValidSomewhere(Place place, JsonNode value, String what) {
    List<SchemaProblem> problems = new ArrayList<>();
    for (JsonNode manifest : List.of(manifest("s3"), manifest("swift"))) {
      JsonNode changed = with(manifest, place.path(), value);
      List<SchemaProblem> found =
          schema.validate(changed).stream()
              .filter(problem -> problem.path().startsWith(place.path()))
              .toList();
      if (found.isEmpty()) {
        return;
      }
      problems.addAll(found);
    }
    throw new AssertionError(what + " at " + place.path() + ": " + problems);
  }

  private static JsonNode manifest(String name) {
    try {
      return Fixtures.read(Path.of("src/test/resources/testdata/valid", name + ".json"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** The value at the path replaced; a legacy key takes the place of the present one. */
  private static JsonNode with(JsonNode manifest, DocPath path, JsonNode value) {
    if (path.isRoot()) {
      return value;
    }
    ObjectNode changed = manifest.deepCopy().asObject();
    String top = (String) path.steps().get(0);
    if (!changed.has(top)) {
      changed.set(top, changed.remove(top + "_reference"));
    }
    changed.path("model_definition").asObject().putObject("author");
    JsonNode parent = changed;
    for (Object step : path.parent().steps()) {
      parent = step instanceof Integer index ? parent.get(index) : parent.get((String) step);
    }
    if (path.last() instanceof Integer index) {
      ((ArrayNode) parent).set(index, value);
    } else {
      ((ObjectNode) parent).set((String) path.last(), value);
    }
    return changed;
  }

  /** A snippet as it is inserted: defaults and first choices, escapes resolved. */
  private static JsonNode expanded(JsonNode body) {
    String text =
        body.toString()
            .replaceAll("\\$\\{\\d+\\|([^,|]*)[^|]*\\|}", "$1")
            .replaceAll("\\$\\{\\d+:((?:[^\\\\}]|\\\\\\\\[$}])*)}", "$1")
            .replaceAll("\\\\\\\\([$}])", "$1");
    return Fixtures.json(text);
  }

  @Test
  void runsEachKindOfProgram() {
    Map<String, String> templates =
        schema
            .at(DocPath.of("model_definition", "execution", "command"), Fixtures.json("{}"))
            .orElseThrow()
            .commandTemplates();
    templates.forEach(
        (extension, template) ->
            assertTrue(
                template.matches(
                    "[^{}]*[^$]\\{[a-z]+\\" + extension + "\\}([^{}]|\\$\\{[A-Z_]+\\})*"),
                template));
    schemas.forEach(
        (pointer, object) ->
            object
                .path(Keywords.PROGRAM_EXTENSIONS)
                .forEach(
                    extension ->
                        assertTrue(templates.containsKey(extension.stringValue()), pointer)));
    assertEquals(3, templates.size());
  }

  @Test
  void expandsSnippets() {
    assertEquals(
        Fixtures.json("[\"a ${B} c\", \"x\"]"),
        expanded(Fixtures.json("[\"${1:a \\\\${B\\\\} c}\", \"${2|x,y|}\"]")));
  }

  @Test
  void pairsTheKeysOfTheStores() {
    SchemaNode connection =
        schema
            .at(DocPath.of("training_results_reference", "connection"), Fixtures.json("{}"))
            .orElseThrow();
    connection
        .properties()
        .forEach(
            (name, key) ->
                key.counterpart()
                    .ifPresent(
                        other ->
                            assertEquals(
                                name,
                                connection
                                    .property(other)
                                    .flatMap(SchemaNode::counterpart)
                                    .orElse("none"))));
  }

  @Test
  void meansAnAllowedValueByEverySynonym() {
    for (Place place : places()) {
      SchemaNode node = place.node();
      node.valueSynonyms()
          .forEach(
              (wrong, right) -> {
                assertFalse(node.enumValues().contains(wrong), wrong);
                assertTrue(node.enumValues().contains(right), right);
              });
      if (!node.gpus().isEmpty()) {
        assertEquals(node.enumValues(), List.copyOf(node.gpus().keySet()));
      }
    }
  }

  private static List<String> types(JsonNode object) {
    List<String> types = new ArrayList<>();
    JsonNode type = object.path("type");
    if (type.isString()) {
      types.add(type.stringValue());
    }
    type.forEach(item -> types.add(item.stringValue()));
    return types;
  }

  private record Place(DocPath path, SchemaNode node) {}

  /** Every place of a manifest, the root first. */
  private List<Place> places() {
    List<Place> places = new ArrayList<>();
    collect(DocPath.ROOT, schema.root(), places);
    return places;
  }

  private static void collect(DocPath path, SchemaNode node, List<Place> places) {
    places.add(new Place(path, node));
    node.properties().forEach((name, child) -> collect(path.key(name), child, places));
    node.items().ifPresent(item -> collect(path.index(0), item, places));
  }
}
