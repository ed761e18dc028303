package dev.wmllint.lsp.completion.template;

import dev.wmllint.manifest.Manifest;
import dev.wmllint.manifest.StoreReference;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Which type a store has, or most likely will have. */
public final class StoreTypes {
  private static final String TYPE = "type";
  private static final String CONNECTION = "connection";

  private final ManifestView view;

  public StoreTypes(ManifestView view) {
    this.view = view;
  }

  /** Whether a path leads to the type of a store. */
  public static boolean isType(DocPath path) {
    return TYPE.equals(path.last()) && path.steps().size() > 2;
  }

  /**
   * The types of the format, the likeliest first: those that the keys of the connection fit, then
   * that of the other store.
   *
   * @param store the path of the store
   */
  public List<String> likeliest(DocPath store) {
    List<String> types = new ArrayList<>(types(store));
    List<String> used = used();
    types.sort(
        Comparator.<String>comparingInt(type -> foreign(store, type))
            .thenComparing(type -> !used.contains(type)));
    return types;
  }

  /** The one type that the keys of the connection fit; empty where they tell nothing. */
  public Optional<String> fitting(DocPath store) {
    int keys = view.value(store.key(CONNECTION)).size();
    List<String> fits = types(store).stream().filter(type -> foreign(store, type) == 0).toList();
    return keys > 0 && fits.size() == 1 ? Optional.of(fits.get(0)) : Optional.empty();
  }

  /** The types of the stores of the manifest, each as often as it is there. */
  private List<String> used() {
    return view.manifest().stream()
        .map(Manifest::stores)
        .flatMap(List::stream)
        .map(StoreReference::type)
        .flatMap(Optional::stream)
        .map(ScalarNode::value)
        .toList();
  }

  /** The key of a store whose mapping holds the type: source or target. */
  private Optional<String> locationKey(DocPath store) {
    return view.at(store).stream()
        .flatMap(schema -> schema.properties().entrySet().stream())
        .filter(entry -> entry.getValue().property(TYPE).isPresent())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The types that the format has, whatever is written. */
  private List<String> types(DocPath store) {
    return locationKey(store)
        .flatMap(key -> view.at(store.key(key).key(TYPE)))
        .map(SchemaNode::enumValues)
        .orElse(List.of());
  }

  /** The connection's keys if the store were of a type. */
  public Optional<SchemaNode> connection(DocPath store, String type) {
    return locationKey(store)
        .flatMap(
            key -> {
              JsonNode thought = store.key(key).key(TYPE).with(view.instance(), type);
              return view.at(store.key(CONNECTION), thought);
            });
  }

  /** How many keys of the connection do not belong to a type. */
  private int foreign(DocPath store, String type) {
    Map<String, SchemaNode> properties =
        connection(store, type).map(SchemaNode::properties).orElse(Map.of());
    Set<String> keys = new HashSet<>(view.value(store.key(CONNECTION)).propertyNames());
    keys.removeAll(properties.keySet());
    return keys.size();
  }
}
