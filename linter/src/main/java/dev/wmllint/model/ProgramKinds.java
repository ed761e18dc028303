package dev.wmllint.model;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What counts as a program of a framework, by the names of files.
 *
 * @param extensions how the names of such programs end, with the dot; empty where that is not known
 */
public record ProgramKinds(List<String> extensions) {
  private static final DocPath MODEL = DocPath.of("model_definition");
  private static final DocPath FRAMEWORK = MODEL.key("framework");
  private static final DocPath COMMAND = MODEL.key("execution").key("command");

  /** What starts programs of any kind. */
  private static final List<String> STARTERS = List.of(".sh", ".ipynb");

  public ProgramKinds {
    extensions = List.copyOf(extensions);
  }

  /** Those of the framework that a manifest names. */
  public static ProgramKinds of(ManifestSchema schema, JsonNode instance) {
    return new ProgramKinds(
        schema.at(FRAMEWORK, instance).map(SchemaNode::programExtensions).orElse(List.of()));
  }

  /**
   * The same, but none where the version is not one of the framework's: then the framework itself
   * may be the mistake.
   */
  public static ProgramKinds ofCertain(ManifestSchema schema, JsonNode instance) {
    JsonNode framework = instance.path("model_definition").path("framework");
    List<String> versions =
        schema.frameworks().getOrDefault(framework.path("name").stringValue(""), List.of());
    JsonNode version = framework.path("version");
    return version.isString() && !versions.contains(version.stringValue())
        ? new ProgramKinds(List.of())
        : of(schema, instance);
  }

  /** The same, or those of all frameworks where the manifest's is not known. */
  public static ProgramKinds ofAny(ManifestSchema schema, JsonNode instance) {
    ProgramKinds own = of(schema, instance);
    return own.isKnown()
        ? own
        : new ProgramKinds(
            schema
                .at(COMMAND, instance)
                .map(node -> List.copyOf(node.commandTemplates().keySet()))
                .orElse(List.of()));
  }

  public boolean isKnown() {
    return !extensions.isEmpty();
  }

  /** Whether a model definition holds a program of the framework itself. */
  public boolean areIn(ModelDefinition model) {
    return model.entries().stream().anyMatch(entry -> !entry.isJunk() && isOwn(entry));
  }

  /** Whether it holds one, or at least something that may start one that it does not hold. */
  public boolean mayBeIn(ModelDefinition model) {
    return model.entries().stream()
        .anyMatch(entry -> !entry.isJunk() && (isOwn(entry) || isStarter(entry)));
  }

  private boolean isOwn(ModelEntry entry) {
    return endsWithAny(entry, extensions);
  }

  private static boolean isStarter(ModelEntry entry) {
    String name = entry.baseName();
    return endsWithAny(entry, STARTERS) || (!name.contains(".") && !isForReaders(name));
  }

  private static boolean endsWithAny(ModelEntry entry, List<String> endings) {
    String name = entry.name().toLowerCase(Locale.ROOT);
    return endings.stream().anyMatch(name::endsWith);
  }

  /** {@code README}, {@code LICENSE}: written in capitals, for people to see them first. */
  private static boolean isForReaders(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT)) || name.endsWith("file");
  }
}
