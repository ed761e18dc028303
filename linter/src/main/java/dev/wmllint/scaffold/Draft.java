package dev.wmllint.scaffold;

import dev.wmllint.fix.SchemaSketch;
import dev.wmllint.fix.Sketch;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Printable;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
                Instances.put(instance, field.path(), value);
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

  /** Whether the field was answered. */
  public boolean isGiven(Field field) {
    return given.containsKey(field);
  }

  /** What stands in the field: the answer, or else the proposal; empty for a placeholder. */
  public Optional<String> get(Field field) {
    return Optional.ofNullable(values.get(field));
  }

  /** The allowed values, given the other answers; empty where any text will do. */
  public List<String> allowed(Field field) {
    return node(field.path()).map(SchemaNode::enumValues).orElse(List.of());
  }

  /** What an allowed value means. */
  public Optional<String> meaning(Field field, String value) {
    return node(field.path()).flatMap(node -> node.enumDescription(value));
  }

  /**
   * What is wrong with an answer: one line, in lower case, without a full stop. Placeholders are
   * fine.
   */
  public Optional<String> problem(Field field, String answer) {
    AnswerCheck check = new AnswerCheck(schema, field, answer);
    return check.problem().or(() -> check.problem(node(field.path()), with(field, answer).yaml()));
  }

  /** The manifest, in block style, with {@code \n} at the end of each line. */
  public String yaml() {
    Sketch sketch =
        new SchemaSketch(schema, instance, new Comments(instance)::at)
            .at(DocPath.ROOT)
            .orElseThrow();
    return sketch.block(-2, "\n").substring(1) + "\n";
  }

  private Optional<String> value(Field field) {
    Optional<String> answer = Optional.ofNullable(given.get(field));
    if (answer.isEmpty()) {
      return new Proposals(schema, programs, folderName, instance).of(field);
    }
    return field == Field.COMMAND
        ? answer.map(command -> commands().expand(command, instance))
        : answer;
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
          .ifPresent(example -> Instances.put(instance, path, example));
    }
  }

  private Commands commands() {
    return new Commands(schema, programs);
  }

  private Optional<SchemaNode> node(DocPath path) {
    return schema.navigator().at(path, instance);
  }
}
