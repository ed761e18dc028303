package dev.wmllint.fix;

import dev.wmllint.manifest.Placeholder;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;

/**
 * Sketches what belongs at a place of a manifest: every key that the schema requires there, in the
 * schema's order, with the values that are known, and placeholders for the others.
 *
 * @param instance what is known of the manifest; its values choose which keys are required
 * @param comments a comment for a place, on one line, to come after its value
 */
public record SchemaSketch(
    ManifestSchema schema,
    JsonNode instance,
    BiFunction<DocPath, SchemaNode, Optional<String>> comments) {
  /** Without comments. */
  public SchemaSketch(ManifestSchema schema, JsonNode instance) {
    this(schema, instance, (path, node) -> Optional.empty());
  }

  /** The sketch of a place; empty where the schema has no such place. */
  public Optional<Sketch> at(DocPath path) {
    return schema.at(path, instance).map(node -> sketch(path, node));
  }

  private Sketch sketch(DocPath path, SchemaNode node) {
    if (node.types().contains("array") && node.items().isPresent()) {
      return new Sketch.Items(at(path.index(0)).stream().toList());
    }
    JsonNode known = path.in(instance);
    if (node.types().contains("object")) {
      List<String> required = node.required();
      Map<String, Sketch> entries = new LinkedHashMap<>();
      for (String key : node.properties().keySet()) {
        if (required.contains(key) || known.has(key)) {
          at(path.key(key)).ifPresent(value -> entries.put(key, value));
        }
      }
      return new Sketch.Entries(entries);
    }
    String text =
        known.isString()
            ? ScalarText.of(known.stringValue())
            : Placeholder.of(String.valueOf(path.last()));
    return new Sketch.Value(text, comments.apply(path, node));
  }
}
