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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The secrets among the values that could be read. */
final class SecretsInTree {
  private static final ConnectionKeys KEYS = ConnectionKeys.builtIn();

  /** A name and its value as entries of one mapping, as containers' variables are written. */
  private static final Set<String> NAMES = Set.of("name", "key");

  private static final Set<String> VALUES = Set.of("value", "val");

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
      if (NAMES.stream()
          .anyMatch(key -> text(mapping, key).filter(KEYS::isCredential).isPresent())) {
        mapping.entries().stream()
            .filter(entry -> VALUES.contains(entry.name()))
            .forEach(entry -> node(entry.value(), true));
      }
    } else if (node instanceof SequenceNode list) {
      list.items().forEach(item -> node(item.value(), secret));
    } else if (node instanceof ScalarNode scalar && secret && !Shown.isShown(scalar.value())) {
      found.add(scalar.contentSpan(), scalar.value());
    }
  }

  private static Optional<String> text(MappingNode mapping, String key) {
    return mapping.entries().stream()
        .filter(entry -> entry.name().equals(key))
        .flatMap(entry -> entry.value() instanceof ScalarNode text ? Stream.of(text.value()) : null)
        .findFirst();
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
    boolean masked = secret || KEYS.isConnection(name) || KEYS.isCredential(name);
    if (masked
        && entry.value() instanceof ScalarNode value
        && Placeholder.isOwnName(name, value.value())) {
      found.addPlace(value.contentSpan());
      return;
    }
    boolean connection = KEYS.isConnection(name);
    boolean credential = KEYS.isCredential(name);
    if ((secret || credential) && !connection) {
      tails.behind(entry.key().span().end());
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
