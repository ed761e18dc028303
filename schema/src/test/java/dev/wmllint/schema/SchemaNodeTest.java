package dev.wmllint.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemaNodeTest {
  private static final DocPath MODEL = DocPath.of("model_definition");
  private static final DocPath EXECUTION = MODEL.key("execution");
  private static final DocPath STORE = DocPath.of("training_data_reference", 0);
  private static final DocPath CONNECTION = STORE.key("connection");

  private static SchemaNode at(DocPath path) {
    return ManifestSchema.builtIn().at(path, Fixtures.json("{}")).orElseThrow();
  }

  @Test
  void mergesWhatAKeyAddsToItsDefinition() {
    SchemaNode data = at(STORE.parent());

    assertEquals(Optional.of("Training data"), data.title());
    assertEquals(Set.of("array"), data.types());
    assertEquals(OptionalInt.of(1), data.maxItems());
    assertEquals(List.of("connection", "source"), data.items().orElseThrow().required());
    assertEquals(List.of("training_data"), data.legacyNames());
    assertTrue(data.deprecationMessage().isEmpty());
    assertTrue(at(DocPath.of("training_data")).deprecationMessage().isPresent());
  }

  @Test
  void keepsTheOrderOfTheFile() {
    assertEquals(
        List.of("name", "description", "author", "framework", "execution"),
        List.copyOf(at(MODEL).properties().keySet()));
    assertEquals(List.of("small", "medium", "large"), at(EXECUTION.key("resource")).enumValues());
    assertEquals(
        List.of("endpoint_url", "aws_access_key_id", "aws_secret_access_key", "auth_url"),
        List.copyOf(at(CONNECTION).properties().keySet()).subList(0, 4));
  }

  @Test
  void tellsTheNamesOfOtherRevisions() {
    assertEquals(List.of("resourceType"), at(EXECUTION.key("resource")).legacyNames());
    assertEquals(List.of("compute_configuration"), at(EXECUTION.key("resource")).laterNames());
    assertEquals(List.of("container"), at(STORE.key("source").key("bucket")).legacyNames());
    assertEquals(List.of("userId"), at(CONNECTION.key("user_name")).legacyNames());
    assertEquals(List.of("access_key_id"), at(CONNECTION.key("aws_access_key_id")).laterNames());
    assertEquals(Set.of("definition_location"), at(MODEL).legacyKeys().keySet());
    assertEquals(Set.of("runtimes"), at(MODEL.key("framework")).laterKeys().keySet());
    assertEquals(Set.of("nodes"), at(EXECUTION).laterKeys().keySet());
    assertEquals(Set.of("name", "type"), at(STORE).laterKeys().keySet());
  }

  @Test
  void tellsTheNamesInCredentialsAndTranslations() {
    assertEquals(List.of("username"), at(CONNECTION.key("user_name")).credentialNames());
    assertEquals(List.of("projectId"), at(CONNECTION.key("project_id")).credentialNames());
    assertEquals(List.of("domainName"), at(CONNECTION.key("domain_name")).credentialNames());
    assertTrue(at(MODEL.key("author").key("name")).translatedNames().contains("nombre"));
    assertTrue(
        at(MODEL.key("author").key("email")).translatedNames().contains("correo electrónico"));
  }

  @Test
  void tellsWhatIsSecret() {
    Set<String> shown = Set.of("endpoint_url", "auth_url", "region");

    at(CONNECTION)
        .properties()
        .forEach((name, key) -> assertEquals(!shown.contains(name), key.isSecret(), name));
    assertFalse(at(EXECUTION.key("command")).isSecret());
  }

  @Test
  void tellsWhatValuesMean() {
    SchemaNode resource = at(EXECUTION.key("resource"));

    assertEquals(Map.of("small", 1, "medium", 2, "large", 4), resource.gpus());
    assertEquals("medium", resource.valueSynonyms().get("k80x2"));
    assertEquals(Optional.of("4 GPUs"), resource.enumDescription("large"));
    assertEquals(Optional.empty(), resource.enumDescription("k80"));
    assertEquals(15, at(EXECUTION.key("command")).variables().size());
    assertEquals(
        Optional.of("password"), at(CONNECTION.key("aws_secret_access_key")).counterpart());
  }

  @Test
  void findsTheRuleOfAKeywordOwnBeforeDefaultAndTheValuesKindBeforeAny() {
    SchemaNode resource = at(EXECUTION.key("resource"));
    assertEquals(Optional.of("unsupported-resource"), resource.rule("enum"));
    assertEquals(Optional.of("unsupported-resource"), resource.rule("enum:number"));
    assertEquals(Optional.of("empty-value"), resource.rule("enum:empty"));
    assertEquals(Optional.of("wrong-type"), resource.rule("enum:object"));

    SchemaNode data = at(STORE.parent());
    assertEquals(Optional.of("single-data-source"), data.rule("type:object"));
    assertEquals(Optional.of("wrong-type"), data.rule("type:string"));
    assertEquals(Optional.of("empty-value"), data.rule("type:null"));
    assertEquals(Optional.of("single-data-source"), data.rule("maxItems"));

    assertEquals(Optional.of("empty-manifest"), at(DocPath.ROOT).rule("type:null"));
    assertEquals(Optional.empty(), data.rule("pattern"));
  }

  @Test
  void saysNothingWhereTheSchemaSaysNothing() {
    SchemaNode name = at(MODEL.key("name"));

    assertTrue(name.properties().isEmpty());
    assertTrue(name.items().isEmpty());
    assertTrue(name.required().isEmpty());
    assertTrue(name.enumValues().isEmpty());
    assertTrue(name.valueSynonyms().isEmpty());
    assertTrue(name.maxItems().isEmpty());
    assertTrue(name.counterpart().isEmpty());
    assertTrue(name.defaultSnippets().isEmpty());
    assertEquals(Set.of("string", "null"), name.types());
  }

  @Test
  void cannotBeChanged() {
    SchemaNode root = at(DocPath.ROOT);

    assertThrows(UnsupportedOperationException.class, () -> root.properties().clear());
    root.examples().get(0).asObject().removeAll();
    assertFalse(at(DocPath.ROOT).examples().get(0).isEmpty());
  }
}
