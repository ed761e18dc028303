package dev.wmllint.redact;

import dev.wmllint.manifest.SecretNames;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of the format, as the schema has them. A key that is none of them may be a credential
 * whose own key is gone.
 */
final class ConnectionKeys {
  private static final ConnectionKeys BUILT_IN = new ConnectionKeys(ManifestSchema.builtIn());

  private static final int MAX_WORD = 24;

  private final Set<String> ofConnections = new HashSet<>();
  private final Set<String> all = new HashSet<>();
  private final Set<String> shown = new HashSet<>();
  private final Set<String> values = new HashSet<>();

  // Of all, those that SecretNames takes for such: nearly every key of a manifest is asked for, and
  // from several sides.
  private final Set<String> connections = new HashSet<>();
  private final Set<String> credentials = new HashSet<>();

  private ConnectionKeys(ManifestSchema schema) {
    SchemaNode root = schema.root();
    names(root, all);
    values(root);
    values.addAll(schema.frameworks().keySet());
    schema.frameworks().values().forEach(values::addAll);
    for (String name : List.of("training_data_reference", "training_results_reference")) {
      root.property(name)
          .map(node -> node.items().orElse(node))
          .flatMap(store -> store.property("connection"))
          .ifPresent(this::connection);
    }
    all.stream().filter(SecretNames::isConnection).forEach(connections::add);
    all.stream().filter(SecretNames::isCredential).forEach(credentials::add);
  }

  static ConnectionKeys builtIn() {
    return BUILT_IN;
  }

  private void connection(SchemaNode connection) {
    names(connection, ofConnections);
    connection
        .properties()
        .forEach(
            (name, key) -> {
              if (!key.isSecret()) {
                shown.add(name);
              }
            });
  }

  /** The names of keys at any depth, with the other names that people know them by. */
  private static void names(SchemaNode node, Set<String> names) {
    names.addAll(node.laterKeys().keySet());
    names.addAll(node.credentialNames());
    node.items().ifPresent(items -> names(items, names));
    names.addAll(node.properties().keySet());
    node.properties().values().forEach(property -> names(property, names));
  }

  /** The values that are allowed at any depth, where the schema lists them. */
  private void values(SchemaNode node) {
    values.addAll(node.enumValues());
    node.items().ifPresent(this::values);
    node.properties().values().forEach(this::values);
  }

  /** Whether a word is a key of the format. */
  boolean isKey(String word) {
    return all.contains(word);
  }

  /** Whether a word is a value that the format lists. */
  boolean isValue(String word) {
    return values.contains(word);
  }

  /** Whether the value of a connection's key tells nothing; a misspelt key's is a secret. */
  boolean isShown(String name) {
    return shown.contains(name);
  }

  /** See {@link SecretNames#isConnection}. */
  boolean isConnection(String name) {
    return all.contains(name) ? connections.contains(name) : SecretNames.isConnection(name);
  }

  /** See {@link SecretNames#isCredential}. */
  boolean isCredential(String name) {
    return all.contains(name) ? credentials.contains(name) : SecretNames.isCredential(name);
  }

  /** Whether a name is a key of the format, or of a connection but misspelt. */
  boolean isKnown(String name) {
    return all.contains(name)
        || (name.chars().noneMatch(Character::isDigit)
            && Nearest.of(name, ofConnections).isPresent());
  }

  /** Whether a key of the format tells that a connection is over. */
  boolean isOutside(String name) {
    return all.contains(name) && !ofConnections.contains(name);
  }

  /** Whether a name can only be a key, even after a value that may go on with it. */
  boolean isPlainly(String name) {
    return isKnown(name) || (isWord(name) && SecretNames.isCredential(name));
  }

  /** Whether a word is a part of a key of the format, so that masking it would hide the key. */
  boolean isInKey(String word) {
    return all.stream().anyMatch(key -> key.contains(word));
  }

  /**
   * Where the part of a key begins that may be a secret, because a separator lacks its blank or is
   * gone; empty when the key is but a key.
   *
   * @param inside whether the key stands where all values are secrets
   * @param alone whether it may be a value without a key: nothing is after it, or a comma before it
   *     that may be a part of the value before
   */
  Optional<Integer> secretIn(String key, boolean inside, boolean alone) {
    int head = 0;
    while (head < key.length() && ":= \t\n".indexOf(key.charAt(head)) < 0) {
      head++;
    }
    String name = key.substring(0, head);
    boolean more = head < key.length();
    if (shown.contains(name)) {
      return Optional.empty();
    }
    if (more && (SecretNames.isCredential(name) || SecretNames.isConnection(name))) {
      return Optional.of(head + 1);
    }
    boolean isKey = isKnown(name) || (!alone && isWord(name));
    if (!inside || (!more && isKey)) {
      return Optional.empty();
    }
    return Optional.of(isKnown(name) ? head + 1 : 0);
  }

  /** Whether it looks like a name that somebody chose, and not like a random one. */
  static boolean isWord(String name) {
    return name.length() <= MAX_WORD
        && name.chars().allMatch(c -> Character.isLetter(c) || c == '_' || c == '-');
  }
}
