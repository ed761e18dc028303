package dev.wmllint.schema;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What the schema says about one place of a manifest: a read-only view in which {@code $ref} and
 * {@code allOf} are resolved. Nothing in it is ever null: what the schema does not say is empty.
 *
 * <p>Where several schema objects speak about the place, the outermost that says a thing is heard;
 * what they require or list by key adds up.
 */
public final class SchemaNode {
  private final SchemaTree tree;
  private final List<JsonNode> facets;

  /** By the conditions that hold: the schema has few, and every manifest chooses among them. */
  private final Map<BitSet, SchemaNode> narrowed = new ConcurrentHashMap<>();

  private final Lazy<Optional<SchemaNode>> items;
  private final Lazy<Map<String, SchemaNode>> properties = new Lazy<>(this::readProperties);
  private final Lazy<Set<String>> types = new Lazy<>(this::readTypes);
  private final Lazy<List<String>> required = new Lazy<>(this::readRequired);
  private final Lazy<OtherNames> otherNames = new Lazy<>(() -> OtherNames.of(this));
  private final Lazy<Map<String, List<String>>> foreignKeys =
      new Lazy<>(() -> map(Keywords.FOREIGN_KEYS, SchemaNode::strings));

  private SchemaNode(SchemaTree tree, List<JsonNode> facets) {
    this.tree = tree;
    this.facets = facets;
    this.items = new Lazy<>(() -> first("items").map(item -> of(tree, item)));
  }

  static SchemaNode of(SchemaTree tree, JsonNode schema) {
    return new SchemaNode(tree, tree.facets(schema));
  }

  /** {@link ManifestSchema#at} for the root. */
  Optional<SchemaNode> at(DocPath path, JsonNode instance) {
    JsonNode value = instance;
    SchemaNode node = narrow(value);
    for (Object step : path.steps()) {
      Optional<SchemaNode> next;
      if (step instanceof Integer index) {
        next = node.items();
        value = value.path(index);
      } else {
        next = node.property((String) step);
        value = value.path((String) step);
      }
      if (next.isEmpty()) {
        return next;
      }
      node = next.get().narrow(value);
    }
    return Optional.of(node);
  }

  /**
   * This view with the branches that a value chooses.
   *
   * @param written the value at this place; where there is none yet, a mapping without keys tells
   *     what is required
   */
  private SchemaNode narrow(JsonNode written) {
    boolean nothing = written.isMissingNode() || written.isNull();
    JsonNode value = nothing ? JsonNodeFactory.instance.objectNode() : written;
    Condition conditions = new Condition(tree);
    List<JsonNode> chosen = new ArrayList<>(facets);
    BitSet holding = new BitSet();
    // by index: what a branch adds may have branches of its own
    for (int i = 0; i < chosen.size(); i++) {
      JsonNode facet = chosen.get(i);
      JsonNode condition = facet.get("if");
      if (condition != null) {
        boolean holds = conditions.holds(condition, value);
        holding.set(i, holds);
        JsonNode branch = facet.path(holds ? "then" : "else");
        if (branch.isObject()) {
          chosen.addAll(tree.facets(branch));
        }
      }
    }
    return chosen.size() == facets.size()
        ? this
        : narrowed.computeIfAbsent(holding, key -> new SchemaNode(tree, chosen));
  }

  /** A name for people, such as "Framework version". */
  public Optional<String> title() {
    return text("title");
  }

  public Optional<String> description() {
    return text("description");
  }

  public Optional<String> markdownDescription() {
    return text("markdownDescription");
  }

  /** JSON Schema's names of the allowed types; an enum of strings has the type string. */
  public Set<String> types() {
    return types.get();
  }

  private Set<String> readTypes() {
    return first("type")
        .map(type -> type.isArray() ? strings(type) : List.of(type.stringValue()))
        .<Set<String>>map(types -> Collections.unmodifiableSet(new LinkedHashSet<>(types)))
        .orElseGet(() -> enumValues().isEmpty() ? Set.of() : Set.of("string"));
  }

  /** The keys of a mapping, in the schema's order, without those that are refused here. */
  public Map<String, SchemaNode> properties() {
    return properties.get();
  }

  private Map<String, SchemaNode> readProperties() {
    Map<String, List<JsonNode>> found = new LinkedHashMap<>();
    for (JsonNode facet : facets) {
      for (Map.Entry<String, JsonNode> property : facet.path("properties").properties()) {
        found
            .computeIfAbsent(property.getKey(), name -> new ArrayList<>())
            .addAll(tree.facets(property.getValue()));
      }
    }
    found.values().removeIf(key -> key.stream().anyMatch(facet -> facet.has("not")));
    Map<String, SchemaNode> properties = new LinkedHashMap<>();
    found.forEach((name, key) -> properties.put(name, new SchemaNode(tree, key)));
    return Collections.unmodifiableMap(properties);
  }

  /** What stands under a key of this mapping; empty when the key is unknown or refused here. */
  public Optional<SchemaNode> property(String name) {
    return Optional.ofNullable(properties().get(name));
  }

  /** The keys that a mapping must have, in the schema's order. */
  public List<String> required() {
    return required.get();
  }

  private List<String> readRequired() {
    return facets.stream()
        .flatMap(facet -> strings(facet.path("required")).stream())
        .distinct()
        .toList();
  }

  public Optional<SchemaNode> items() {
    return items.get();
  }

  public OptionalInt maxItems() {
    return first("maxItems").stream().mapToInt(JsonNode::intValue).findFirst();
  }

  /** The allowed values, in the schema's order; empty where the values are not listed. */
  public List<String> enumValues() {
    return first("enum").map(SchemaNode::strings).orElse(List.of());
  }

  public Optional<String> enumDescription(String value) {
    for (JsonNode facet : facets) {
      int index = strings(facet.path("enum")).indexOf(value);
      JsonNode description = facet.path("enumDescriptions").path(index);
      if (index >= 0 && description.isString()) {
        return Optional.of(description.stringValue());
      }
    }
    return Optional.empty();
  }

  /** Values as they may be written; copies. */
  public List<JsonNode> examples() {
    return list("examples", JsonNode::deepCopy);
  }

  public List<SchemaSnippet> defaultSnippets() {
    return list("defaultSnippets", SchemaSnippet::of);
  }

  /** Present where the key is a deprecated spelling: what to write instead. */
  public Optional<String> deprecationMessage() {
    return text("deprecationMessage");
  }

  /** What this key was called in the revisions before this one. */
  public List<String> legacyNames() {
    return strings(Keywords.LEGACY_NAMES);
  }

  /** Keys of this mapping in earlier revisions that have no counterpart here: key → what it was. */
  public Map<String, String> legacyKeys() {
    return texts(Keywords.LEGACY_KEYS);
  }

  /** What this key is called in the revisions after this one. */
  public List<String> laterNames() {
    return strings(Keywords.LATER_NAMES);
  }

  /** Keys of this mapping in later revisions that have no counterpart here: key → what it is. */
  public Map<String, String> laterKeys() {
    return texts(Keywords.LATER_KEYS);
  }

  /** What this key is called in the service credential, where the name differs. */
  public List<String> credentialNames() {
    return strings(Keywords.CREDENTIAL_NAME);
  }

  /** This key as translated documentation has it. */
  public List<String> translatedNames() {
    return strings(Keywords.TRANSLATED_NAMES);
  }

  /** The names that the keys of this mapping have elsewhere. */
  public OtherNames otherNames() {
    return otherNames.get();
  }

  /** Wrong values that are known → the allowed value that is meant. */
  public Map<String, String> valueSynonyms() {
    return texts(Keywords.VALUE_SYNONYMS);
  }

  /** Wrong values that people have a reason to write → what to say about them. */
  public Map<String, String> valueNotes() {
    return texts(Keywords.VALUE_NOTES);
  }

  /** The number of GPUs of each allowed value. */
  public Map<String, Integer> gpus() {
    return map(Keywords.GPUS, JsonNode::intValue);
  }

  /** Keys of what people write here instead, such as another cloud's credential, by its owner. */
  public Map<String, List<String>> foreignKeys() {
    return foreignKeys.get();
  }

  /** Whether the value must never be shown. */
  public boolean isSecret() {
    return first(Keywords.SECRET).map(JsonNode::booleanValue).orElse(false);
  }

  /** The key of the other store type that plays the same part. */
  public Optional<String> counterpart() {
    return text(Keywords.COUNTERPART);
  }

  /** The variables that the service sets for a command: name → description. */
  public Map<String, String> variables() {
    return texts(Keywords.VARIABLES);
  }

  /**
   * How programs are run: how their names end, with the dot → a command. In braces it holds a
   * program's usual name ({@code th {main.lua}}), to be replaced by that of the program there is.
   */
  public Map<String, String> commandTemplates() {
    return texts(Keywords.COMMAND_TEMPLATES);
  }

  /** How the names of a framework's programs end, with the dot; empty when that is not known. */
  public List<String> programExtensions() {
    return strings(Keywords.PROGRAM_EXTENSIONS);
  }

  /**
   * The id of the rule that a value breaks when a keyword fails on it.
   *
   * @param keyword a keyword of JSON Schema ({@code required}), or one with the kind of the value
   *     that it fails on ({@code type:null}); README.md beside the schema lists the kinds
   */
  public Optional<String> rule(String keyword) {
    int kind = keyword.indexOf(':');
    String general = kind < 0 ? keyword : keyword.substring(0, kind);
    return ownRule(keyword)
        .or(() -> defaultRule(keyword))
        .or(() -> ownRule(general))
        .or(() -> defaultRule(general));
  }

  private Optional<String> ownRule(String keyword) {
    return facets.stream()
        .map(facet -> facet.path(Keywords.RULE))
        .map(rule -> rule.isString() ? rule : rule.path(keyword))
        .filter(JsonNode::isString)
        .map(JsonNode::stringValue)
        .findFirst();
  }

  private Optional<String> defaultRule(String keyword) {
    return tree.document().path(Keywords.DEFAULT_RULES).path(keyword).stringValueOpt();
  }

  private Optional<JsonNode> first(String keyword) {
    return facets.stream().map(facet -> facet.get(keyword)).filter(Objects::nonNull).findFirst();
  }

  private Optional<String> text(String keyword) {
    return first(keyword).map(JsonNode::stringValue);
  }

  private List<String> strings(String keyword) {
    return first(keyword).map(SchemaNode::strings).orElse(List.of());
  }

  private static List<String> strings(JsonNode array) {
    return list(array, JsonNode::stringValue);
  }

  private <T> List<T> list(String keyword, Function<JsonNode, T> reader) {
    return first(keyword).map(array -> list(array, reader)).orElse(List.of());
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    return array.valueStream().map(reader).toList();
  }

  private Map<String, String> texts(String keyword) {
    return map(keyword, JsonNode::stringValue);
  }

  private <T> Map<String, T> map(String keyword, Function<JsonNode, T> reader) {
    Map<String, T> entries = new LinkedHashMap<>();
    first(keyword)
        .ifPresent(
            object ->
                object
                    .properties()
                    .forEach(entry -> entries.put(entry.getKey(), reader.apply(entry.getValue()))));
    return Collections.unmodifiableMap(entries);
  }
}
