package dev.wmllint.rules.schema;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.SchemaSketch;
import dev.wmllint.fix.Sketch;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.manifest.StoreReference;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.Edit;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.ScalarNode;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * Inserts a missing key with all that it requires, placeholders for the values. A whole store gets
 * the type of the other store of the manifest, where that has one.
 */
final class MissingKeyFix {
  private MissingKeyFix() {}

  /** The fix for {@code key}, missing in the mapping at {@code path}. */
  static Optional<Fix> of(RuleContext context, DocPath path, MappingNode mapping, String key) {
    Optional<MappingNode> written = context.written(mapping);
    DocPath missing = path.key(key);
    Optional<Sketch> sketch =
        new SchemaSketch(context.schema(), withStoreType(context, missing)).at(missing);
    if (written.isEmpty() || sketch.isEmpty()) {
      return Optional.empty();
    }
    return new YamlEdits(context.document())
        .append(written.get(), key, sketch.get())
        .map((Edit edit) -> Fix.unsafe("insert '" + key + "'", edit));
  }

  /** The manifest as if the missing store had the type of the other one. */
  private static JsonNode withStoreType(RuleContext context, DocPath missing) {
    JsonNode instance = context.manifest().instance();
    Optional<String> type =
        context.manifest().stores().stream()
            .map(StoreReference::type)
            .flatMap(Optional::stream)
            .map(ScalarNode::value)
            .filter(value -> !Placeholder.isToCome(value))
            .findFirst();
    if (type.isEmpty() || missing.steps().size() != 1) {
      return instance;
    }
    DocPath store = String.valueOf(missing.last()).contains("data") ? missing.index(0) : missing;
    JsonNode data = store.key("source").key("type").with(instance, type.get());
    return store.key("target").key("type").with(data, type.get());
  }
}
