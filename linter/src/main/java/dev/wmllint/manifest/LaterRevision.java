package dev.wmllint.manifest;

import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What tells a manifest of the 2018 revisions. */
final class LaterRevision {
  private static final String SIZE = "compute_configuration";
  private static final Set<String> KEYS =
      Set.of(SIZE, "runtimes", "nodes", "access_key_id", "secret_access_key");

  /** The format is no deeper. */
  private static final int MAX_DEPTH = 4;

  private LaterRevision() {}

  /** Whether the manifest has a key that only the 2018 revisions know. */
  static boolean isUsedIn(MappingNode root) {
    return root.children().stream().anyMatch(value -> isUsed(value, 0));
  }

  private static boolean isUsed(Node node, int depth) {
    if (depth > MAX_DEPTH) {
      return false;
    }
    return (node instanceof MappingNode mapping && hasKey(mapping))
        || node.children().stream().anyMatch(value -> isUsed(value, depth + 1));
  }

  private static boolean hasKey(MappingNode mapping) {
    Predicate<String> has = key -> mapping.entry(key).isPresent();
    boolean store = has.test("connection") && (has.test("name") || has.test("type"));
    return store || KEYS.stream().anyMatch(has);
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
