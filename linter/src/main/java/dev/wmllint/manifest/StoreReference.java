package dev.wmllint.manifest;

import dev.wmllint.schema.DocPath;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.ScalarNode;
import java.util.Optional;

/**
 * One object store that the manifest refers to, under present names.
 *
 * @param path the store's mapping
 * @param data whether the training data comes from it; else the results go to it
 * @param node the store's mapping
 */
public record StoreReference(DocPath path, boolean data, MappingNode node) {
  /** {@code source} for data, {@code target} for results. */
  public String locationKey() {
    return data ? "source" : "target";
  }

  public Optional<MappingNode> connection() {
    return node.get("connection")
        .filter(MappingNode.class::isInstance)
        .map(MappingNode.class::cast);
  }

  /** The bucket's name; empty for null, too. */
  public Optional<ScalarNode> bucket() {
    return location("bucket");
  }

  /** The store's type; empty for null, too. */
  public Optional<ScalarNode> type() {
    return location("type");
  }

  private Optional<ScalarNode> location(String key) {
    return node.get(locationKey())
        .filter(MappingNode.class::isInstance)
        .flatMap(location -> ((MappingNode) location).get(key))
        .filter(ScalarNode.class::isInstance)
        .map(ScalarNode.class::cast)
        .filter(scalar -> !scalar.isNull());
  }
}
