package dev.wmllint.lsp.completion.template;

import dev.wmllint.lsp.completion.scan.IndentUnit;
import dev.wmllint.lsp.completion.scan.OpenCollection;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.SequenceNode;
import dev.wmllint.yaml.lines.Chars;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The manifest around the cursor, under present names, and what the format says about it. */
public final class ManifestView {
  public static final DocPath FRAMEWORK = DocPath.of("model_definition", "framework");
  public static final DocPath FRAMEWORK_NAME = FRAMEWORK.key("name");
  public static final DocPath FRAMEWORK_VERSION = FRAMEWORK.key("version");
  public static final DocPath COMMAND = DocPath.of("model_definition", "execution", "command");

  private final String text;
  private final Optional<Manifest> manifest;
  private final ManifestSchema schema;
  private final JsonNode instance;
  private final int indentUnit;

  /**
   * Reads a manifest.
   *
   * @param document the text without what is half typed
   */
  public ManifestView(ManifestDocument document, ManifestSchema schema) {
    this.text = document.text();
    this.schema = schema;
    this.indentUnit = IndentUnit.of(document.source());
    this.manifest =
        document
            .root()
            .filter(MappingNode.class::isInstance)
            .map(root -> Manifest.of((MappingNode) root, schema));
    this.instance = manifest.map(Manifest::instance).orElse(JsonNodeFactory.instance.objectNode());
  }

  public int indentUnit() {
    return indentUnit;
  }

  public ManifestSchema schema() {
    return schema;
  }

  public Optional<Manifest> manifest() {
    return manifest;
  }

  /** The manifest as JSON; an empty object where nothing is written yet. */
  public JsonNode instance() {
    return instance;
  }

  /** What the format says about a place, given what is written around it. */
  public Optional<SchemaNode> at(DocPath path) {
    return schema.at(path, instance);
  }

  public boolean isCommand(DocPath path) {
    return at(path).filter(schema -> !schema.variables().isEmpty()).isPresent();
  }

  /** Whether a list takes no item with that index. */
  public boolean isFull(DocPath list, int index) {
    return at(list).stream().anyMatch(node -> index >= node.maxItems().orElse(Integer.MAX_VALUE));
  }

  /** Whether the manifest as a whole stands between brackets. */
  public boolean isFlow() {
    return manifest.filter(found -> found.root().isFlow()).isPresent();
  }

  /** What the format says about a place in another manifest than the one that is written. */
  public Optional<SchemaNode> at(DocPath path, JsonNode other) {
    return schema.at(path, other);
  }

  /** What is written at a place; missing where nothing is. */
  public JsonNode value(DocPath path) {
    return path.in(instance);
  }

  /** The keys of the mapping at a place, but for the one that is written at {@code except}. */
  public Set<String> keys(DocPath path, Span except) {
    if (manifest.flatMap(found -> found.at(path)).orElse(null) instanceof MappingNode mapping) {
      return mapping.entries().stream()
          .filter(entry -> !NodeLocator.keySpan(entry).equals(except))
          .map(Entry::name)
          .collect(Collectors.toSet());
    }
    return Set.of();
  }

  /**
   * The path, in present names, of the collection after the first {@code depth} open ones: of what
   * is open in the last of them. Empty where that is no place of the format.
   */
  public Optional<DocPath> path(List<OpenCollection> open, int depth) {
    DocPath path = DocPath.ROOT;
    Optional<Node> node = manifest.map(Manifest::root);
    for (OpenCollection collection : open.subList(0, depth)) {
      if (collection.isMapping()) {
        // A lone mapping is read as the one item of the list that should be there.
        if (isListAt(path)) {
          path = path.index(0);
          node = node.flatMap(list -> item(list, 0));
        }
        Optional<Entry> entry = node.flatMap(mapping -> entry(mapping, collection));
        Optional<String> name =
            entry.map(Entry::name).or(() -> collection.key().map(key -> name(key)));
        if (name.isEmpty()) {
          return Optional.empty();
        }
        path = path.key(name.get());
        node = entry.map(Entry::value);
      } else {
        path = path.index(collection.index());
        node = node.flatMap(list -> item(list, collection.index()));
      }
    }
    return Optional.of(path);
  }

  /**
   * The path of a mapping that {@link #path} leads to: of the list's one item, where it is bare.
   */
  public DocPath mappingPath(DocPath path) {
    return isListAt(path) ? path.index(0) : path;
  }

  private boolean isListAt(DocPath path) {
    return at(path).filter(schema -> schema.types().contains("array")).isPresent();
  }

  private String name(Span key) {
    return Chars.withoutQuotes(text, key).of(text);
  }

  private static Optional<Entry> entry(Node node, OpenCollection collection) {
    if (node instanceof MappingNode mapping && collection.key().isPresent()) {
      int start = collection.key().get().start();
      return mapping.entries().stream()
          .filter(entry -> entry.key().span().start() == start)
          .findFirst();
    }
    return Optional.empty();
  }

  private static Optional<Node> item(Node node, int index) {
    return node instanceof SequenceNode list && index < list.items().size()
        ? Optional.of(list.items().get(index).value())
        : Optional.empty();
  }
}
