package dev.wmllint.credentials;

import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a type of store needs, and what its credential calls it; from the schema.
 *
 * @param type such as {@code s3}
 * @param keys the keys of the connection, in the schema's order
 */
record StoreForm(String type, List<Key> keys) {
  private static final DocPath RESULTS = DocPath.of("training_results_reference");
  private static final DocPath TYPE = RESULTS.key("target").key("type");

  /**
   * A key of a connection.
   *
   * @param name in the manifest
   * @param names in credentials
   * @param counterparts names of what plays the same part for the other store, among secrets: a
   *     credential of s3 may have a user name and a password
   * @param example a value as it may be, where it is no placeholder
   */
  record Key(
      String name,
      List<String> names,
      List<String> counterparts,
      boolean secret,
      Optional<String> example) {
    /** Every name that could mean it. */
    Stream<String> allNames() {
      return Stream.concat(names.stream(), counterparts.stream());
    }
  }

  static List<StoreForm> all(ManifestSchema schema) {
    return schema
        .at(TYPE, JsonNodeFactory.instance.objectNode())
        .map(SchemaNode::enumValues)
        .orElse(List.of())
        .stream()
        .map(type -> of(schema, type))
        .toList();
  }

  private static StoreForm of(ManifestSchema schema, String type) {
    SchemaNode any = connection(schema, JsonNodeFactory.instance.objectNode());
    SchemaNode own = connection(schema, instance(type));
    List<Key> keys = new ArrayList<>();
    for (String name : own.required()) {
      SchemaNode node = own.property(name).orElseThrow();
      List<String> counterparts =
          node.counterpart().stream()
              .filter(other -> node.isSecret())
              .flatMap(other -> any.property(other).stream().flatMap(key -> names(other, key)))
              .toList();
      Optional<String> example =
          node.isSecret()
              ? Optional.empty()
              : node.examples().stream().flatMap(one -> one.stringValueOpt().stream()).findFirst();
      keys.add(new Key(name, names(name, node).toList(), counterparts, node.isSecret(), example));
    }
    return new StoreForm(type, List.copyOf(keys));
  }

  private static SchemaNode connection(ManifestSchema schema, ObjectNode instance) {
    return schema.at(RESULTS.key("connection"), instance).orElseThrow();
  }

  private static ObjectNode instance(String type) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("training_results_reference").putObject("target").put("type", type);
    return root;
  }

  private static Stream<String> names(String name, SchemaNode node) {
    return Stream.of(Stream.of(name), node.credentialNames().stream(), node.laterNames().stream())
        .flatMap(names -> names);
  }

  /** What its credential is known by: the names of what is secret in it. */
  List<String> credentialNames() {
    return keys.stream()
        .filter(Key::secret)
        .map(key -> key.names().get(key.names().size() - 1))
        .toList();
  }

  Map<String, String> values(JsonPlace place, boolean byCounterpart) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Key key : keys) {
      Stream<String> names = byCounterpart ? key.allNames() : key.names().stream();
      names
          .flatMap(name -> (key.secret() ? place.text(name) : place.textAround(name)).stream())
          .findFirst()
          .ifPresent(value -> values.put(key.name(), value));
    }
    return values;
  }

  /** The names of keys that an object has, as credentials of this type call them. */
  Set<String> namesIn(JsonPlace place) {
    return keys.stream()
        .flatMap(key -> key.names().stream())
        .filter(name -> place.text(name).isPresent())
        .collect(Collectors.toSet());
  }

  boolean isWhole(JsonPlace place) {
    return namesIn(place).size() >= 2 && values(place, false).size() * 2 > keys.size();
  }

  /** Every name that could mean one of its keys. */
  Stream<String> allNames() {
    return keys.stream().flatMap(Key::allNames);
  }

  /** Whether a name in a credential could mean a key of this form too. */
  boolean mayMean(String name) {
    return keys.stream().anyMatch(key -> key.counterparts().contains(name));
  }
}
