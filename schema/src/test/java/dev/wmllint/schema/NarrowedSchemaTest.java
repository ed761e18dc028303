package dev.wmllint.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class NarrowedSchemaTest {
  private static final DocPath FRAMEWORK = DocPath.of("model_definition", "framework");
  private static final DocPath DATA_CONNECTION =
      DocPath.of("training_data_reference", 0, "connection");
  private static final List<String> S3 =
      List.of("endpoint_url", "aws_access_key_id", "aws_secret_access_key");
  private static final List<String> SWIFT =
      List.of("auth_url", "user_name", "password", "region", "domain_name", "project_id");

  private final ManifestSchema schema = ManifestSchema.builtIn();

  private SchemaNode at(DocPath path, String instance) {
    return schema.at(path, Fixtures.quoted(instance)).orElseThrow();
  }

  @Test
  void versionsAreThoseOfTheFrameworkBesideThem() {
    SchemaNode version =
        at(FRAMEWORK.key("version"), "{'model_definition':{'framework':{'name':'torch'}}}");

    assertEquals(List.of("luajit", "lua52"), version.enumValues());
    assertEquals(Optional.of("Torch on LuaJIT"), version.enumDescription("luajit"));
    assertEquals(Optional.of("Framework version"), version.title());
    assertEquals(Set.of("string"), version.types());
    assertEquals(Optional.of("unsupported-framework-version"), version.rule("enum"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "null",
        "'torch'",
        "{'model_definition':null}",
        "{'model_definition':{'framework':null}}",
        "{'model_definition':{'framework':'torch'}}",
        "{'model_definition':{'framework':['torch']}}",
        "{'model_definition':{'framework':{'name':null}}}",
        "{'model_definition':{'framework':{'name':['torch']}}}",
        "{'model_definition':{'framework':{'name':'pytorch'}}}"
      })
  void withoutAKnownFrameworkNoVersionIsSingledOut(String instance) {
    SchemaNode version = at(FRAMEWORK.key("version"), instance);

    assertEquals(List.of(), version.enumValues());
    assertEquals(Optional.of("Framework version"), version.title());
  }

  @Test
  void programExtensionsFollowTheFramework() {
    String torch = "{'model_definition':{'framework':{'name':'torch'}}}";

    assertEquals(List.of(".lua"), at(FRAMEWORK, torch).programExtensions());
    assertEquals(List.of(), at(FRAMEWORK, "{}").programExtensions());
  }

  @Test
  void connectionKeysFollowTheStoreType() {
    SchemaNode s3 = at(DATA_CONNECTION, "{'training_data_reference':[{'source':{'type':'s3'}}]}");
    assertEquals(S3, s3.required());
    assertEquals(S3, List.copyOf(s3.properties().keySet()));
    assertEquals(Optional.of("missing-connection-key"), s3.rule("required"));
    assertEquals(Optional.of("unknown-key"), s3.rule("additionalProperties"));

    SchemaNode swift =
        at(
            DocPath.of("training_results_reference", "connection"),
            "{'training_results_reference':{'target':{'type':'bluemix_objectstore'}}}");
    assertEquals(SWIFT, swift.required());
    assertEquals(SWIFT, List.copyOf(swift.properties().keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{'training_data_reference':null}",
        "{'training_data_reference':[]}",
        "{'training_data_reference':[null]}",
        "{'training_data_reference':[{'connection':null}]}",
        "{'training_data_reference':[{'source':'s3'}]}",
        "{'training_data_reference':[{'source':{'bucket':'b'}}]}",
        "{'training_data_reference':[{'source':{'type':'swift'}}]}"
      })
  void withoutAKnownTypeAConnectionHasAllKeys(String instance) {
    SchemaNode connection = at(DATA_CONNECTION, instance);

    assertEquals(9, connection.properties().size());
    assertEquals(List.of(), connection.required());
  }

  @Test
  void theOtherTypesKeysAreRefused() {
    String s3 = "{'training_data_reference':[{'source':{'type':'s3'}}]}";

    assertFalse(schema.at(DATA_CONNECTION.key("region"), Fixtures.quoted(s3)).isPresent());
    assertTrue(schema.at(DATA_CONNECTION.key("endpoint_url"), Fixtures.quoted(s3)).isPresent());
  }

  @Test
  void theEarlierSpellingStandsForThePresentOne() {
    assertEquals(
        List.of("model_definition", "training_data_reference", "training_results_reference"),
        at(DocPath.ROOT, "{}").required());

    SchemaNode root = at(DocPath.ROOT, "{'training_data':[]}");
    assertEquals(List.of("model_definition", "training_results_reference"), root.required());
    assertFalse(root.properties().containsKey("training_data_reference"));

    SchemaNode connection =
        at(
            DocPath.of("training_data", 0, "connection"),
            "{'training_data':[{'source':{'type':'s3'}}]}");
    assertEquals(S3, connection.required());
  }

  /** The branches are chosen by code of ours here, and by the validator's there. */
  @ParameterizedTest
  @MethodSource("manifests")
  void agreesWithTheValidatorOnWhatIsRequired(Path file) throws IOException {
    JsonNode manifest = Fixtures.read(file);
    List<String> missing = new ArrayList<>();
    collectMissing(DocPath.ROOT, manifest, manifest, missing);

    assertEquals(
        ManifestSchema.builtIn().validate(manifest).stream()
            .filter(problem -> problem.keyword().equals("required"))
            .map(problem -> problem.path() + " " + problem.property().orElseThrow())
            .sorted()
            .toList(),
        missing.stream().sorted().toList());
  }

  static List<Path> manifests() throws IOException {
    return Stream.concat(Fixtures.valid().stream(), Fixtures.invalid().stream()).toList();
  }

  private void collectMissing(DocPath path, JsonNode value, JsonNode root, List<String> missing) {
    Optional<SchemaNode> node = schema.at(path, root);
    if (node.isEmpty()) {
      return;
    }
    if (value.isObject()) {
      for (String key : node.get().required()) {
        if (!value.has(key)) {
          missing.add(path + " " + key);
        }
      }
      value
          .properties()
          .forEach(
              child -> collectMissing(path.key(child.getKey()), child.getValue(), root, missing));
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      collectMissing(path.index(i), value.get(i), root, missing);
    }
  }

  @Test
  void whatTheFormatHasNotIsNotFound() {
    JsonNode nothing = Fixtures.quoted("{}");

    assertTrue(schema.at(DocPath.of("nope"), nothing).isEmpty());
    assertTrue(schema.at(DocPath.of(0), nothing).isEmpty());
    assertTrue(schema.at(DocPath.of("model_definition", 3, "name"), nothing).isEmpty());
    assertTrue(schema.at(FRAMEWORK.key("name").key("x"), nothing).isEmpty());
  }
}
