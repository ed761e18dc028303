package dev.wmllint.scaffold;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is proposed for a field that was not answered.
 *
 * @param programs the files beside the manifest
 * @param folderName the name of their folder
 * @param instance the manifest with the fields before this one
 */
record Proposals(
    ManifestSchema schema, ProgramFiles programs, Optional<String> folderName, JsonNode instance) {

  /** Empty for what only the user knows. */
  Optional<String> of(Field field) {
    List<String> allowed = node(field.path()).map(SchemaNode::enumValues).orElse(List.of());
    return switch (field) {
      case FRAMEWORK -> framework(allowed);
      case FRAMEWORK_VERSION -> version(allowed);
      case RESOURCE, DATA_STORE -> allowed.stream().findFirst();
      case RESULTS_STORE ->
          Instances.text(instance, Field.DATA_STORE.path()).filter(allowed::contains);
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
    Instances.put(manifest, Field.FRAMEWORK.path(), name);
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

  private Commands commands() {
    return new Commands(schema, programs);
  }

  private Optional<SchemaNode> node(DocPath path) {
    return schema.at(path, instance);
  }
}
