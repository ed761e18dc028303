package dev.wmllint.scaffold;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.SchemaSketch;
import dev.wmllint.fix.Sketch;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Nearest;
import dev.wmllint.text.Printable;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A manifest in the making: what was answered, and for the rest what the schema and the folder
 * propose. Immutable.
 */
public final class Draft {
  private final ManifestSchema schema;
  private final ProgramFiles programs;
  private final Optional<String> folderName;
  private final Map<Field, String> given;
  private final Map<Field, String> values = new EnumMap<>(Field.class);
  private final ObjectNode instance = JsonNodeFactory.instance.objectNode();

  private Draft(
      ManifestSchema schema,
      ProgramFiles programs,
      Optional<String> folderName,
      Map<Field, String> given) {
    this.schema = schema;
    this.programs = programs;
    this.folderName = folderName;
    this.given = given;
    for (Field field : Field.values()) {
      value(field)
          .ifPresent(
              value -> {
                values.put(field, value);
                put(instance, field.path(), value);
              });
    }
    addAddresses(Field.DATA_STORE);
    addAddresses(Field.RESULTS_STORE);
  }

  /**
   * A draft without answers.
   *
   * @param folder the folder that the manifest is for; its program and its name are proposed
   */
  public static Draft in(Path folder, ManifestSchema schema) {
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return new Draft(
        schema,
        ProgramFiles.in(folder),
        Optional.ofNullable(name).map(Path::toString).map(Printable::line),
        Map.of());
  }

  /** This draft with one more answer; {@link #problem} says whether it is a good one. */
  public Draft with(Field field, String answer) {
    Map<Field, String> answers = new EnumMap<>(Field.class);
    answers.putAll(given);
    answers.put(field, answer);
    return new Draft(schema, programs, folderName, answers);
  }

  public boolean isGiven(Field field) {
    return given.containsKey(field);
  }

  /** The value of the field: the answer, or else the proposal; empty for a placeholder. */
  public Optional<String> get(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The allowed values, given the other answers; empty where any text will do. */
  public List<String> allowed(Field field) {
    return node(field.path()).map(SchemaNode::enumValues).orElse(List.of());
  }

  public Optional<String> meaning(Field field, String value) {
    return node(field.path()).flatMap(node -> node.enumDescription(value));
  }

  /**
   * What is wrong with an answer: one line, in lower case, without a full stop. Placeholders are
   * fine.
   */
  public Optional<String> problem(Field field, String answer) {
    if (answer.isBlank()) {
      return Optional.of("it is empty");
    }
    if (answer.codePoints().anyMatch(Draft::isNoText)) {
      return Optional.of("it has a line end or another control character");
    }
    Linter linter = new Linter(new LintConfig(schema, Map.of(), YamlLimits.DEFAULT));
    LintRequest manifest =
        LintRequest.of(SourceText.of("new manifest", with(field, answer).yaml()));
    return linter.lint(manifest).diagnostics().stream()
        .filter(diagnostic -> diagnostic.path().equals(Optional.of(field.path().toString())))
        .filter(diagnostic -> isProblem(diagnostic, field, answer))
        .map(diagnostic -> diagnostic.fullMessage() + didYouMean(field, answer))
        .findFirst();
  }

  private static boolean isNoText(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }

  /** A shell can do what looks wrong: of a command only what is surely wrong is refused. */
  private static boolean isProblem(Diagnostic diagnostic, Field field, String answer) {
    return diagnostic.severity() == Severity.ERROR
        || (diagnostic.severity() == Severity.WARNING
            && field != Field.COMMAND
            && !Placeholder.isToCome(answer));
  }

  private String didYouMean(Field field, String answer) {
    List<String> allowed = allowed(field);
    return node(field.path())
        .map(node -> node.valueSynonyms().get(answer))
        .filter(allowed::contains)
        .or(() -> Nearest.of(answer, allowed))
        .map(Nearest::didYouMean)
        .orElse("");
  }

  /** The manifest, in block style, with {@code \n} at the end of each line. */
  public String yaml() {
    Sketch sketch =
        new SchemaSketch(schema, instance, new DraftComments(instance)::at)
            .at(DocPath.ROOT)
            .orElseThrow();
    return sketch.block(-2, "\n").substring(1) + "\n";
  }

  private Optional<String> value(Field field) {
    Optional<String> answer = Optional.ofNullable(given.get(field));
    if (answer.isEmpty()) {
      return proposal(field);
    }
    return field == Field.COMMAND
        ? answer.map(command -> commands().expand(command, instance))
        : answer;
  }

  /** What is proposed for a field that was not answered; empty for what only the user knows. */
  private Optional<String> proposal(Field field) {
    List<String> allowed = allowed(field);
    return switch (field) {
      case FRAMEWORK -> framework(allowed);
      case FRAMEWORK_VERSION -> version(allowed);
      case RESOURCE, DATA_STORE -> allowed.stream().findFirst();
      case RESULTS_STORE ->
          Field.DATA_STORE.path().in(instance).stringValueOpt().filter(allowed::contains);
      case COMMAND -> commands().propose(instance);
      case NAME -> folderName.filter(name -> !name.isBlank());
      case AUTHOR_NAME, AUTHOR_EMAIL, DATA_BUCKET, RESULTS_BUCKET -> Optional.empty();
    };
  }

  /** The first one that the folder holds a program for; else that of the schema's examples. */
  private Optional<String> framework(List<String> allowed) {
    List<String> known =
        Stream.concat(exampleFrameworks("name").filter(allowed::contains), allowed.stream())
            .distinct()
            .toList();
    return known.stream()
        .filter(name -> commands().hasProgram(withFramework(name)))
        .findFirst()
        .or(() -> known.stream().findFirst());
  }

  private static JsonNode withFramework(String name) {
    ObjectNode manifest = JsonNodeFactory.instance.objectNode();
    put(manifest, Field.FRAMEWORK.path(), name);
    return manifest;
  }

  /** The version of the schema's examples, or else the last of the list, which grows downwards. */
  private Optional<String> version(List<String> allowed) {
    return exampleFrameworks("version")
        .filter(allowed::contains)
        .findFirst()
        .or(() -> allowed.stream().reduce((first, second) -> second));
  }

  private Stream<String> exampleFrameworks(String key) {
    return node(Field.FRAMEWORK.path().parent()).stream()
        .flatMap(framework -> framework.examples().stream())
        .map(example -> example.path(key).stringValue(""));
  }

  /** The address of a store is the same for many, so that an example is a good guess. */
  private void addAddresses(Field store) {
    DocPath connection = store.path().parent().parent().key("connection");
    for (String key : node(connection).map(SchemaNode::required).orElse(List.of())) {
      DocPath path = connection.key(key);
      node(path)
          .filter(node -> !node.isSecret())
          .flatMap(node -> node.examples().stream().findFirst())
          .flatMap(JsonNode::stringValueOpt)
          .filter(example -> !Placeholder.isToCome(example))
          .ifPresent(example -> put(instance, path, example));
    }
  }

  /** Puts a string at a place, with the mappings and lists that are above it. */
  private static void put(ObjectNode manifest, DocPath path, String value) {
    StringBuilder pointer = new StringBuilder();
    path.parent().steps().forEach(step -> pointer.append('/').append(step));
    manifest.withObject(JsonPointer.compile(pointer.toString())).put((String) path.last(), value);
  }

  private Commands commands() {
    return new Commands(schema, programs);
  }

  private Optional<SchemaNode> node(DocPath path) {
    return schema.at(path, instance);
  }
}
