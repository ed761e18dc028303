package dev.wmllint.rules.schema;

import dev.wmllint.manifest.StoreReference;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.JsonOut;
import dev.wmllint.yaml.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What the keys of a connection tell about the type of its store. */
final class StoreKeys {
  private StoreKeys() {}

  /**
   * The one type that the connection's keys are those of; empty where keys that are common to all
   * types, or of several, leave it open.
   *
   * @param type the path of the store's type
   * @param types the types there are
   */
  static Optional<String> typeOf(RuleContext context, DocPath type, List<String> types) {
    Optional<StoreReference> store =
        context.manifest().stores().stream()
            .filter(candidate -> type.startsWith(candidate.path()))
            .findFirst();
    Set<String> written =
        store
            .flatMap(StoreReference::connection)
            .map(connection -> connection.entries().stream())
            .map(entries -> entries.map(Entry::name).collect(Collectors.toSet()))
            .orElse(Set.of());
    if (written.isEmpty()) {
      return Optional.empty();
    }
    List<String> fitting =
        types.stream()
            .filter(name -> keys(context, store.orElseThrow(), name).containsAll(written))
            .toList();
    return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
  }

  /** The keys of the connection of a store of a type, at the first place for such a store. */
  private static Set<String> keys(RuleContext context, StoreReference store, String type) {
    DocPath reference = DocPath.of(store.path().steps().get(0));
    DocPath first = store.data() ? reference.index(0) : reference;
    JsonNode typed = first.key(store.locationKey()).key("type").with(JsonOut.object(), type);
    return context
        .schema()
        .at(first.key("connection"), typed)
        .map(SchemaNode::properties)
        .map(properties -> properties.keySet())
        .orElse(Set.of());
  }
}
