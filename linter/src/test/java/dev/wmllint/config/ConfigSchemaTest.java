package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.path.NodePath;
import dev.wmllint.Golden;
import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import dev.wmllint.yaml.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The schema that editors use says what the reader says. */
class ConfigSchemaTest {
  private static final Path FILE =
      Path.of("src/main/resources/dev/wmllint/config/wml-lint-config.schema.json");
  private static final Pattern RULES =
      Pattern.compile(
          "(\"title\": \"Severities\".*?\"properties\": \\{\n)(.*?)(      \\}\n)", Pattern.DOTALL);
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final JsonNode NULL = JSON.nullNode();

  private final JsonNode document = JsonMapper.shared().readTree(ConfigSchema.json());
  private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft7());
  private final Schema schema = registry.getSchema(document);

  @Test
  void isValidDraft07() {
    Schema meta = registry.getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"));
    assertEquals(List.of(), meta.validate(document));
  }

  /** {@code mvn -Pregenerate} writes them, and the copy of the extension. */
  @Tag(Golden.TAG)
  @Test
  void knowsEachRuleOfTheCatalogue() throws IOException {
    String text = Files.readString(FILE);
    Matcher rules = RULES.matcher(text);
    assertTrue(rules.find());
    String expected =
        RuleRegistry.catalogue().stream()
            .map(
                rule ->
                    "        \"%s\": { \"description\": %s, \"allOf\": [{ \"$ref\": \"#/definitions/severity\" }] }"
                        .formatted(
                            rule.id(),
                            DoubleQuoted.of(
                                "Finds "
                                    + rule.summary()
                                    + ". By default "
                                    + rule.severity().label()
                                    + ".")))
            .collect(Collectors.joining(",\n", "", "\n"));
    String now = text.substring(0, rules.start(2)) + expected + text.substring(rules.end(2));
    Golden.check(FILE, now);
    Golden.check(Path.of("../vscode-extension/schemas/wml-lint.schema.json"), now);
  }

  @Test
  void knowsEachLimitWithItsBounds() {
    JsonNode limits = document.at("/properties/limits/properties");
    assertEquals(Limit.keys(), List.copyOf(limits.propertyNames()));
    for (Limit limit : Limit.values()) {
      JsonNode described = limits.path(limit.key());
      assertEquals(limit.least(), described.path("minimum").asLong(), limit.key());
      assertEquals(limit.ceiling(), described.path("maximum").asLong(), limit.key());
      String bounds =
          limit.written(limit.least())
              + " to "
              + limit.written(limit.ceiling())
              + (limit.ceiling() < limit.most()
                  ? " (" + limit.written(limit.most()) + " with --config)"
                  : "")
              + ", by default "
              + limit.written(limit.standard())
              + ".";
      String words = described.path("description").asString();
      assertTrue(words.endsWith(bounds), words);
    }
  }

  /** What editors show: each place says what it is, and its examples are right. */
  @Test
  void explainsItself() {
    for (var property : document.path("properties").properties()) {
      String key = property.getKey();
      assertFalse(property.getValue().path("description").asString("").isEmpty(), key);
      assertFalse(property.getValue().path("examples").isEmpty(), key);
      for (JsonNode example : property.getValue().path("examples")) {
        ObjectNode instance = JSON.objectNode();
        instance.set(key, example);
        assertEquals(List.of(), schema.validate(instance), key);
      }
    }
    document.path("examples").forEach(one -> assertEquals(List.of(), schema.validate(one)));
  }

  @TestFactory
  Stream<DynamicTest> agreesOnWhatIsRight() {
    return Fixtures.in("ok").stream()
        .map(file -> dynamicTest(Fixtures.name(file), () -> assertEquals(Set.of(), linesOf(file))));
  }

  /** Both find something wrong in the same lines; more than a schema can say is left out. */
  @TestFactory
  Stream<DynamicTest> agreesOnWhatIsWrong() {
    return Fixtures.in("err").stream()
        .filter(file -> !Fixtures.name(file).contains("beyond-schema"))
        .map(
            file ->
                dynamicTest(Fixtures.name(file), () -> assertEquals(read(file), linesOf(file))));
  }

  /** The lines, from 0, in which the reader finds something wrong. */
  private static Set<Integer> read(Path file) {
    return ConfigReader.read(file).problems().stream()
        .map(problem -> problem.place().orElseThrow().start().line())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The same for the schema. */
  private Set<Integer> linesOf(Path file) throws IOException {
    SourceText source = SourceText.decode(file.toString(), Files.readAllBytes(file));
    ManifestDocument yaml = ManifestDocument.parse(source, YamlLimits.DEFAULT);
    Set<Integer> lines = new TreeSet<>();
    for (Error error : schema.validate(yaml.root().map(ConfigSchemaTest::json).orElse(NULL))) {
      DocPath path = DocPath.ROOT;
      NodePath location = error.getInstanceLocation();
      for (int i = 0; i < location.getNameCount(); i++) {
        path =
            location.getElement(i) instanceof Integer index
                ? path.index(index)
                : path.key(location.getName(i));
      }
      path = error.getProperty() == null ? path : path.key(error.getProperty());
      Span span = NodeLocator.handleOf(yaml.root().orElseThrow(), path).orElseThrow();
      lines.add(source.lines().lineOf(span.start()));
    }
    return lines;
  }

  /** As a reader of YAML 1.2 hands it over: {@code off} is a string there. */
  private static JsonNode json(Node node) {
    if (node instanceof MappingNode mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach(entry -> object.set(entry.name(), json(entry.value())));
      return object;
    }
    if (node instanceof SequenceNode list) {
      ArrayNode array = JSON.arrayNode();
      list.items().forEach(item -> array.add(json(item.value())));
      return array;
    }
    ScalarNode scalar = (ScalarNode) node;
    String text = scalar.value();
    if (scalar.isNull()) {
      return NULL;
    }
    if (!scalar.isPlain()) {
      return JSON.stringNode(text);
    }
    if (text.matches("true|false")) {
      return JSON.booleanNode(text.equals("true"));
    }
    if (text.matches("-?[0-9]+")) {
      return JSON.numberNode(Long.parseLong(text));
    }
    return text.matches("-?[0-9]+(\\.[0-9]*)?([eE][0-9]+)?")
        ? JSON.numberNode(Double.parseDouble(text))
        : JSON.stringNode(text);
  }
}
