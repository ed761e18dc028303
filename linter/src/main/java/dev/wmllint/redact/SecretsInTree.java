package dev.wmllint.redact;

import dev.wmllint.manifest.Placeholder;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The secrets among the values that could be read. */
final class SecretsInTree {
  private static final ConnectionKeys KEYS = ConnectionKeys.builtIn();

  /** A name and its value as entries of one mapping, as containers' variables are written. */
  private static final List<String> NAMES = List.of("name", "key");

  private static final List<String> VALUES = List.of("value", "val");

  private final Secrets found;
  private final SecretTails tails;
  private final Set<Node> seenOutside = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Node> seenInside = Collections.newSetFromMap(new IdentityHashMap<>());

  private SecretsInTree(Secrets found, SecretTails tails) {
    this.found = found;
    this.tails = tails;
  }

  static void collect(Node root, Secrets found, SecretTails tails) {
    new SecretsInTree(found, tails).node(root, false);
  }

  private void node(Node node, boolean secret) {
    // An aliased node may be harmless in one place and a connection in the other.
    if (!(secret ? seenInside : seenOutside).add(node)) {
      return;
    }
    if (node instanceof MappingNode mapping) {
      mapping.entries().forEach(entry -> entry(entry, mapping, secret));
      if (NAMES.stream().flatMap(key -> mapping.get(key).stream()).anyMatch(this::isCredential)) {
        VALUES.forEach(key -> mapping.get(key).ifPresent(value -> node(value, true)));
      }
    } else if (node instanceof SequenceNode list) {
      list.items().forEach(item -> node(item.value(), secret));
    } else if (node instanceof ScalarNode scalar && secret && !Shown.isShown(scalar.value())) {
      found.add(scalar.contentSpan(), scalar.value());
    }
  }

  private boolean isCredential(Node name) {
    return name instanceof ScalarNode scalar && KEYS.isCredential(scalar.value());
  }

  private void entry(Entry entry, MappingNode mapping, boolean secret) {
    String name = entry.name();
    boolean plain = entry.key() instanceof ScalarNode key && key.isPlain();
    boolean alone =
        (plain && (mapping.isFlow() || mapping.isDamaged()))
            || (entry.value() instanceof ScalarNode value && value.isOmitted());
    Optional<Integer> secretInKey = KEYS.secretIn(name, secret, alone);
    secretInKey.ifPresent(from -> key(entry.key(), from));
    if (entry.value() instanceof ScalarNode && KEYS.isShown(name)) {
      return;
    }
    boolean connection = KEYS.isConnection(name);
    boolean credential = KEYS.isCredential(name);
    if ((secret || connection || credential)
        && entry.value() instanceof ScalarNode value
        && Placeholder.isOwnName(name, value.value())) {
      found.addPlace(value.contentSpan());
      return;
    }
    if ((secret || credential) && !connection) {
      tails.after(entry.key().span().end());
    }
    node(entry.value(), secret || secretInKey.isPresent() || connection || credential);
  }

  private void key(Node key, int from) {
    if (!(key instanceof ScalarNode scalar)) {
      found.add(key.span());
      return;
    }
    String value = scalar.value();
    if (from < value.length() && !Shown.isShown(value.substring(from))) {
      found.add(scalar.sourceSpan(new Span(from, value.length())), value.substring(from));
    }
  }
}
