package dev.wmllint.manifest;

import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What tells a manifest of the 2018 revisions. */
public final class LaterRevision {
  private static final String SIZE = "compute_configuration";
  private static final Set<String> KEYS =
      Set.of(SIZE, "runtimes", "nodes", "access_key_id", "secret_access_key");

  /**
   * Values that tell more than the present one in their place: another kind of GPU, or how several
   * machines share the work. A size with a K80 is a mere translation.
   */
  private static final Pattern TELLS_MORE =
      Pattern.compile("[pv]100(x\\d)?|tensorflow-(ddl|horovod)", Pattern.CASE_INSENSITIVE);

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

  /** Whether a value has to be kept in some way where the present one takes its place. */
  public static boolean tellsMore(String value) {
    return TELLS_MORE.matcher(value).matches();
  }

  /** The present size that a {@code compute_configuration} of 2018 stands for, if any. */
  public static Optional<String> meantSize(KeyIssue.Later later) {
    return later
        .present()
        .flatMap(present -> later.site().schema().property(present))
        .flatMap(size -> writtenSize(later).map(node -> size.valueSynonyms().get(node.value())));
  }

  /** The value that names the size; empty for other keys. */
  public static Optional<ScalarNode> writtenSize(KeyIssue.Later later) {
    Entry entry = later.site().entry();
    if (!entry.name().equals(SIZE)) {
      return Optional.empty();
    }
    return sizeOf(entry, later.site().mapping())
        .or(() -> Optional.of(entry.value()))
        .filter(ScalarNode.class::isInstance)
        .map(ScalarNode.class::cast);
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
