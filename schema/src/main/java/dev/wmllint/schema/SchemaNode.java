package dev.wmllint.schema;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

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

  /** What was asked for: the few keys of the format, for every manifest again. */
  private final Map<String, SchemaNode> known = new ConcurrentHashMap<>();

  /** By the conditions that hold: the schema has few, and every manifest chooses among them. */
  private final Map<BitSet, SchemaNode> narrowed = new ConcurrentHashMap<>();

  // Each is read by the first call. Reading it twice in a race does no harm.
  private volatile Optional<SchemaNode> itemNode;
  private volatile Map<String, SchemaNode> propertyNodes;
  private volatile Set<String> typeNames;
  private volatile List<String> requiredKeys;
  private volatile OtherNames otherNames;

  private SchemaNode(SchemaTree tree, List<JsonNode> facets) {
    this.tree = tree;
    this.facets = facets;
  }

  static SchemaNode of(SchemaTree tree, JsonNode schema) {
    return new SchemaNode(tree, tree.facets(schema));
  }

  /**
   * This view with the branches that a value chooses.
   *
   * @param value the value at this place; where there is none yet, an empty mapping stands in
   */
  SchemaNode narrow(JsonNode value) {
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

  /** Plain text. */
  public Optional<String> description() {
    return text("description");
  }

  /** The description in Markdown. */
  public Optional<String> markdownDescription() {
    return text("markdownDescription");
  }

  /** JSON Schema's names of the allowed types; an enum of strings has the type string. */
  public Set<String> types() {
    Set<String> types = typeNames;
    if (types == null) {
      types = Collections.unmodifiableSet(readTypes());
      typeNames = types;
    }
    return types;
  }

  private Set<String> readTypes() {
    Optional<JsonNode> type = first("type");
    if (type.isPresent()) {
      return new LinkedHashSet<>(type.get().isArray() ? strings(type.get()) : text(type.get()));
    }
    return enumValues().isEmpty() ? Set.of() : Set.of("string");
  }

  /** The keys of a mapping, in the schema's order, without those that are refused here. */
  public Map<String, SchemaNode> properties() {
    Map<String, SchemaNode> properties = propertyNodes;
    if (properties == null) {
      properties = readProperties();
      propertyNodes = properties;
    }
    return properties;
  }

  private Map<String, SchemaNode> readProperties() {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode facet : facets) {
      names.addAll(facet.path("properties").propertyNames());
    }
    Map<String, SchemaNode> properties = new LinkedHashMap<>();
    for (String name : names) {
      property(name).ifPresent(property -> properties.put(name, property));
    }
    return Collections.unmodifiableMap(properties);
  }

  /** What stands under a key of this mapping; empty when the key is unknown or refused here. */
  public Optional<SchemaNode> property(String name) {
    SchemaNode property = known.get(name);
    if (property != null) {
      return Optional.of(property);
    }
    Optional<SchemaNode> read = readProperty(name);
    read.ifPresent(node -> known.putIfAbsent(name, node));
    return read.map(node -> known.get(name));
  }

  private Optional<SchemaNode> readProperty(String name) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode facet : facets) {
      JsonNode property = facet.path("properties").get(name);
      if (property != null) {
        found.addAll(tree.facets(property));
      }
    }
    boolean refused = found.stream().anyMatch(facet -> facet.has("not"));
    return found.isEmpty() || refused ? Optional.empty() : Optional.of(new SchemaNode(tree, found));
  }

  /** The keys that a mapping must have, in the schema's order. */
  public List<String> required() {
    List<String> required = requiredKeys;
    if (required == null) {
      required = readRequired();
      requiredKeys = required;
    }
    return required;
  }

  private List<String> readRequired() {
    Set<String> names = new LinkedHashSet<>();
    for (JsonNode facet : facets) {
      names.addAll(strings(facet.path("required")));
    }
    return List.copyOf(names);
  }

  /** What the items of a list are. */
  public Optional<SchemaNode> items() {
    Optional<SchemaNode> items = itemNode;
    if (items == null) {
      items = first("items").map(item -> of(tree, item));
      itemNode = items;
    }
    return items;
  }

  public OptionalInt maxItems() {
    return number("maxItems");
  }

  /** The allowed values, in the schema's order; empty where the values are not listed. */
  public List<String> enumValues() {
    return first("enum").map(SchemaNode::strings).orElse(List.of());
  }

  /** What an allowed value means. */
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

  /** What an editor may insert here. */
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
    OtherNames names = otherNames;
    if (names == null) {
      names = OtherNames.of(this);
      otherNames = names;
    }
    return names;
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

  Optional<String> rule(String keyword, JsonKind kind) {
    return rule(keyword + ":" + kind.label());
  }

  private Optional<String> ownRule(String keyword) {
    for (JsonNode facet : facets) {
      JsonNode rule = facet.path(Keywords.RULE);
      JsonNode id = rule.isString() ? rule : rule.path(keyword);
      if (id.isString()) {
        return Optional.of(id.stringValue());
      }
    }
    return Optional.empty();
  }

  private Optional<String> defaultRule(String keyword) {
    return tree.document().path(Keywords.DEFAULT_RULES).path(keyword).stringValueOpt();
  }

  private Optional<JsonNode> first(String keyword) {
    for (JsonNode facet : facets) {
      JsonNode value = facet.get(keyword);
      if (value != null) {
        return Optional.of(value);
      }
    }
    return Optional.empty();
  }

  private Optional<String> text(String keyword) {
    return first(keyword).map(JsonNode::stringValue);
  }

  private OptionalInt number(String keyword) {
    Optional<JsonNode> value = first(keyword);
    return value.isPresent() ? OptionalInt.of(value.get().intValue()) : OptionalInt.empty();
  }

  private List<String> strings(String keyword) {
    return first(keyword).map(SchemaNode::strings).orElse(List.of());
  }

  private static List<String> strings(JsonNode array) {
    return list(array, JsonNode::stringValue);
  }

  private static Collection<String> text(JsonNode string) {
    return List.of(string.stringValue());
  }

  private <T> List<T> list(String keyword, Function<JsonNode, T> reader) {
    return first(keyword).map(array -> list(array, reader)).orElse(List.of());
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
    List<T> items = new ArrayList<>();
    for (JsonNode item : array) {
      items.add(reader.apply(item));
    }
    return Collections.unmodifiableList(items);
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
