package dev.wmllint.layout;

import dev.wmllint.schema.OtherNames;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Nearest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which keys the format has, and in which mappings. */
final class Places {
  /** As many names of a mapping are remembered: files may hold any. */
  private static final int MAX_KNOWN = 200;

  private final SchemaNode root;
  private final Map<SchemaNode, Map<String, Optional<Key>>> known = new ConcurrentHashMap<>();
  private final List<Home> homes = new ArrayList<>();
  private final Set<String> commands = new HashSet<>();
  private final Set<String> names = new LinkedHashSet<>();

  /**
   * A key of a mapping.
   *
   * @param present its present name
   * @param inside what belongs under it; empty where that is not known
   * @param isElsewhere whether only another revision has it here
   */
  record Key(String present, Optional<SchemaNode> inside, boolean isElsewhere) {}

  /**
   * A key with keys below it.
   *
   * @param item whether it is the first key of a list's item
   */
  record Home(String key, SchemaNode inside, boolean item) {}

  Places(SchemaNode root) {
    this.root = root;
    collect(root, false);
  }

  private void collect(SchemaNode mapping, boolean item) {
    names.addAll(mapping.properties().keySet());
    mapping
        .properties()
        .forEach(
            (name, inside) -> {
              if (!inside.variables().isEmpty()) {
                commands.add(name);
              }
              boolean present = !mapping.otherNames().legacy().containsKey(name);
              if (present && !children(inside).properties().isEmpty()) {
                homes.add(new Home(name, inside, item));
                collect(children(inside), inside.items().isPresent());
              }
            });
  }

  SchemaNode root() {
    return root;
  }

  /** The mapping that stands under a key, be it in a list. */
  static SchemaNode children(SchemaNode inside) {
    return inside.items().orElse(inside);
  }

  List<Home> homes() {
    return homes;
  }

  /** Whether some mapping has a key of this present name. */
  boolean isName(String key) {
    return names.contains(key);
  }

  /** Whether a key holds the shell command, which may go on in the next lines. */
  boolean isCommand(String key) {
    return commands.contains(key);
  }

  Optional<Key> key(SchemaNode mapping, String name) {
    Map<String, Optional<Key>> keys =
        known.computeIfAbsent(mapping, node -> new ConcurrentHashMap<>());
    return keys.size() < MAX_KNOWN
        ? keys.computeIfAbsent(name, key -> find(mapping, key))
        : find(mapping, name);
  }

  private Optional<Key> find(SchemaNode mapping, String name) {
    OtherNames others = mapping.otherNames();
    String earlier = others.legacy().get(name);
    if (earlier == null) {
      earlier = others.credential().get(name);
    }
    if (earlier != null) {
      return Optional.of(new Key(earlier, mapping.property(earlier), false));
    }
    if (mapping.property(name).isPresent()) {
      return Optional.of(new Key(name, mapping.property(name), false));
    }
    if (others.contains(name)) {
      return Optional.of(new Key(others.later().getOrDefault(name, name), Optional.empty(), true));
    }
    return isName(name)
        ? Optional.empty()
        : Nearest.of(name, mapping.properties().keySet())
            .map(near -> new Key(near, mapping.property(near), false));
  }
}
