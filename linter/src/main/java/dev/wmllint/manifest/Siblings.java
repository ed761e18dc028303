package dev.wmllint.manifest;

import dev.wmllint.schema.Lazy;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The children of one mapping, and the keys that they want and lack. What the format says about
 * each is looked up once: the keys that ask may be as many as the file is long.
 */
final class Siblings {
  private static final Comparator<Sibling> BY_PLACE =
      Comparator.comparing(sibling -> sibling.entry().key().span());

  /** From the last to the first; read when a key asks: most mappings have no such key. */
  private final Lazy<List<Sibling>> known;

  /**
   * A child.
   *
   * @param wanted the keys that it takes for its own
   */
  private record Sibling(Entry entry, Set<String> wanted) {
    boolean lacks(String name) {
      boolean has = entry.value() instanceof MappingNode child && child.entry(name).isPresent();
      return !has && wanted.contains(name);
    }

    boolean isBehind(int offset) {
      return entry.key().span().start() > offset;
    }
  }

  /** {@code inside}: what belongs under one of the mapping's keys. */
  Siblings(MappingNode mapping, SchemaNode schema, Function<String, SchemaNode> inside) {
    this.known = new Lazy<>(() -> find(mapping, schema, inside));
  }

  private static List<Sibling> find(
      MappingNode mapping, SchemaNode schema, Function<String, SchemaNode> inside) {
    List<Sibling> found = new ArrayList<>();
    // By the format's keys, which are few; the file's may be many.
    for (String name : schema.properties().keySet()) {
      mapping
          .entry(name)
          .ifPresent(entry -> found.add(new Sibling(entry, wanted(entry, inside.apply(name)))));
    }
    found.sort(BY_PLACE.reversed());
    return found;
  }

  /** A mapping without any keys lost the optional ones too. */
  private static Set<String> wanted(Entry sibling, SchemaNode inside) {
    if (sibling.value() instanceof MappingNode child) {
      return child.isDamaged() ? Set.of() : Set.copyOf(inside.required());
    }
    return sibling.value().isOmitted() ? inside.properties().keySet() : Set.of();
  }

  /**
   * The name of the mapping beside a key that requires the key and lacks it: the key lost its
   * indent. The one before the key comes first.
   */
  Optional<String> thatLacks(Entry key) {
    int at = key.key().span().start();
    return known.get().stream()
        .filter(sibling -> sibling.lacks(key.name()))
        .min(Comparator.comparing(sibling -> sibling.isBehind(at)))
        .map(sibling -> sibling.entry().name());
  }
}
