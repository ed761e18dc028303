package dev.wmllint.manifest;

import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.Optional;
import java.util.Set;

/** What tells a manifest of the 2018 revisions. */
final class LaterRevision {
  private static final String SIZE = "compute_configuration";
  private static final Set<String> KEYS =
      Set.of(SIZE, "runtimes", "nodes", "access_key_id", "secret_access_key");

  private LaterRevision() {}

  /** Whether the manifest has a key that only the 2018 revisions know. */
  static boolean isUsedIn(MappingNode root) {
    for (Entry entry : root.entries()) {
      if (isUsed(entry.value(), 0)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUsed(Node node, int depth) {
    if (depth > 4) {
      return false;
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.items().stream().anyMatch(item -> isUsed(item.value(), depth + 1));
    }
    if (!(node instanceof MappingNode mapping)) {
      return false;
    }
    boolean store = mapping.entry("connection").isPresent();
    for (Entry entry : mapping.entries()) {
      boolean storeKey = entry.name().equals("name") || entry.name().equals("type");
      if (KEYS.contains(entry.name()) || (store && storeKey) || isUsed(entry.value(), depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** The size that a {@code compute_configuration} names, when the entry is one. */
  static Optional<Node> sizeOf(Entry entry, MappingNode parent) {
    boolean written =
        entry.key() instanceof ScalarNode key
            && key.value().equals(SIZE)
            && parent.entry(SIZE).isPresent();
    return written && entry.value() instanceof MappingNode mapping
        ? mapping.get("name")
        : Optional.empty();
  }
}
