package dev.wmllint.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ManifestSchemaTest {
  private static final DocPath FRAMEWORK = DocPath.of("model_definition", "framework");

  private final ManifestSchema schema = ManifestSchema.builtIn();

  private static JsonNode manifest(String framework, String version) {
    JsonNode manifest = ManifestSchema.builtIn().root().examples().get(0);
    manifest.at("/model_definition/framework").asObject().put("name", framework);
    manifest.at("/model_definition/framework").asObject().put("version", version);
    return manifest;
  }

  private static List<String> rules(ManifestSchema schema, JsonNode manifest) {
    return schema.validate(manifest).stream().map(SchemaProblem::rule).toList();
  }

  @Test
  void listsTheFrameworks() {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    expected.put("scikit-learn", List.of("0.17"));
    expected.put("tensorflow", List.of("1.2-py2", "1.2-py3", "1.3-py2", "1.3-py3"));
    expected.put("caffe", List.of("1.0-py2"));
    expected.put("torch", List.of("luajit", "lua52"));
    expected.put("mxnet", List.of("0.10"));
    expected.put("theano", List.of("0.10"));
    expected.put("caffe2", List.of("0.8"));

    assertEquals(expected, schema.frameworks());
    assertEquals(List.copyOf(expected.keySet()), List.copyOf(schema.frameworks().keySet()));
  }

  @Test
  void takesAnotherTableOfFrameworks() {
    Map<String, List<String>> table = new LinkedHashMap<>();
    table.put("pytorch", List.of("0.3-py3"));
    table.put("keras", List.of("2.1"));
    table.put("tensorflow", List.of("1.5-py3", "1.3-py3"));
    ManifestSchema other = schema.withFrameworks(table);

    assertEquals(table, other.frameworks());
    assertEquals(List.copyOf(table.keySet()), List.copyOf(other.frameworks().keySet()));
    assertEquals(List.of(), rules(other, manifest("pytorch", "0.3-py3")));
    assertEquals(List.of(), rules(other, manifest("tensorflow", "1.5-py3")));
    assertEquals(
        List.of("unsupported-framework-version"), rules(other, manifest("tensorflow", "1.2-py3")));
    assertEquals(List.of("unsupported-framework"), rules(other, manifest("caffe", "1.0-py2")));
    assertEquals(
        Fixtures.json("[\"pytorch\", \"keras\", \"tensorflow\"]"),
        Fixtures.json(other.json()).at("/definitions/framework_name/enum"));
    // the built-in one is as it was
    assertEquals(List.of(), rules(schema, manifest("caffe", "1.0-py2")));
  }

  @Test
  void keepsWhatIsKnownOfAFramework() {
    ManifestSchema other =
        schema.withFrameworks(
            Map.of("torch", List.of("lua52", "lua53"), "pytorch", List.of("0.3-py3")));
    SchemaNode name =
        other.at(FRAMEWORK.key("name"), JsonNodeFactory.instance.objectNode()).orElseThrow();
    SchemaNode version =
        other.at(FRAMEWORK.key("version"), manifest("torch", "lua52")).orElseThrow();

    assertEquals(Optional.of("Torch; programs in Lua"), name.enumDescription("torch"));
    assertEquals(Optional.of("pytorch"), name.enumDescription("pytorch"));
    assertEquals(Map.of("torch7", "torch", "lua", "torch"), name.valueSynonyms());
    assertEquals(Optional.of("Torch on Lua 5.2"), version.enumDescription("lua52"));
    assertEquals(Optional.of("torch lua53"), version.enumDescription("lua53"));
    assertEquals(List.of(".lua"), extensions(other, "torch"));
    assertEquals(List.of(), extensions(other, "pytorch"));
  }

  private static List<String> extensions(ManifestSchema schema, String framework) {
    return schema.at(FRAMEWORK, manifest(framework, "1")).orElseThrow().programExtensions();
  }

  @Test
  void refusesATableWithoutFrameworksOrVersions() {
    assertThrows(IllegalArgumentException.class, () -> schema.withFrameworks(Map.of()));
    assertThrows(
        IllegalArgumentException.class, () -> schema.withFrameworks(Map.of("torch", List.of())));
  }

  @Test
  void givesTheSchemaObjectThatAValueFails() {
    SchemaProblem problem = schema.validate(manifest("caffe", "1.2")).get(0);

    assertEquals(FRAMEWORK.key("version"), problem.path());
    assertEquals("enum", problem.keyword());
    assertEquals(List.of("1.0-py2"), problem.schema().enumValues());
    assertEquals(Optional.empty(), problem.property());
  }

  /** The validator's messages follow the locale; what is read from its errors must not. */
  @Test
  void findsTheSameInEveryLocale() {
    JsonNode manifest = manifest("ISO", "1.2");
    List<String> expected = rules(schema, manifest);
    Locale before = Locale.getDefault();
    try {
      for (String tag : List.of("tr", "ar", "ja", "de")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        ManifestSchema fresh = schema.withFrameworks(schema.frameworks());
        assertEquals(expected, rules(fresh, manifest), tag);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void takesDeepValuesAtEveryPlace() {
    for (int depth : List.of(100, 5_000)) {
      JsonNode deep = deep(depth);
      assertEquals(List.of("wrong-type"), rules(schema, deep(depth)));
      JsonNode manifest = ManifestSchema.builtIn().root().examples().get(0);
      manifest.at("/model_definition/framework").asObject().set("name", deep);
      manifest.at("/training_data_reference/0/source").asObject().set("type", deep);
      manifest.at("/training_results_reference/connection").asObject().set("region", deep);
      assertEquals(
          List.of("connection-key-mismatch", "wrong-type", "wrong-type", "wrong-type"),
          rules(schema, manifest).stream().sorted().toList());
    }
  }

  private static JsonNode deep(int depth) {
    JsonNode value = JsonNodeFactory.instance.stringNode("x");
    for (int i = 0; i < depth; i++) {
      value = JsonNodeFactory.instance.arrayNode().add(value);
    }
    return value;
  }

  @Test
  void countsEveryProblemOfALargeMapping() {
    JsonNode manifest = ManifestSchema.builtIn().root().examples().get(0);
    for (int i = 0; i < 10_000; i++) {
      manifest.asObject().put("key" + i, i);
    }

    assertEquals(10_000, schema.validate(manifest).size());
  }
}
