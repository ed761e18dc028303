package dev.wmllint.manifest;

import dev.wmllint.command.CommandAnalysis;
import dev.wmllint.command.ShellCommand;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.Lazy;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A training manifest under present names: what the rules and the schema look at. Nodes keep the
 * spans of what is written.
 */
public final class Manifest {
  /**
   * As many items of a list are read; of the others it only counts that they are there. The format
   * has no list of more than one.
   */
  public static final int MAX_ITEMS = 100;

  private static final String MODEL = "model_definition";
  private static final String DATA = "training_data_reference";
  private static final String RESULTS = "training_results_reference";

  private final MappingNode root;
  private final List<KeyIssue> keyFindings;
  private final JsonNode instance;

  private final Lazy<Optional<CommandAnalysis>> analysis;
  private final Lazy<Set<Node>> renamed = new Lazy<>(this::readRenamed);

  private Manifest(MappingNode root, List<KeyIssue> keyFindings) {
    this.root = root;
    this.keyFindings = List.copyOf(keyFindings);
    this.instance = json(root);
    this.analysis =
        new Lazy<>(
            () -> command().map(scalar -> CommandAnalysis.of(ShellCommand.parse(scalar.value()))));
  }

  public static Manifest of(MappingNode root, ManifestSchema schema) {
    Manifest first = read(root, schema, path -> Optional.empty());
    if (first.keyFindings.stream().noneMatch(KeyIssue::isGuess)) {
      return first;
    }
    // What a key was meant to be depends on what is around it, such as the store's type.
    return read(root, schema, path -> schema.at(path, first.instance));
  }

  private static Manifest read(
      MappingNode root, ManifestSchema schema, Function<DocPath, Optional<SchemaNode>> narrowed) {
    Normalizer normalizer = new Normalizer(narrowed);
    MappingNode normalized = normalizer.normalize(root, schema.root());
    return new Manifest(normalized, normalizer.findings());
  }

  public MappingNode root() {
    return root;
  }

  /** The keys that are written otherwise, in the order of the file. */
  public List<KeyIssue> keyFindings() {
    return keyFindings;
  }

  /**
   * Whether an entry has another name than its key, by a guess or because it is of a later
   * revision: that the form of its value is wrong is a consequence of that.
   */
  public boolean isRenamed(Entry entry) {
    return renamed.get().contains(entry.key());
  }

  private Set<Node> readRenamed() {
    Set<Node> keys = Collections.newSetFromMap(new IdentityHashMap<>());
    for (KeyIssue issue : keyFindings) {
      if (issue instanceof KeyIssue.Misspelt misspelt) {
        keys.add(misspelt.site().entry().key());
      } else if (issue instanceof KeyIssue.Later later) {
        keys.add(later.site().entry().key());
      } else if (issue instanceof KeyIssue.Joined joined) {
        joined.pieces().forEach(piece -> keys.add(piece.entry().key()));
      }
    }
    return keys;
  }

  /** The node at a path of present names. */
  public Optional<Node> at(DocPath path) {
    return NodeLocator.nodeAt(root, path);
  }

  /** The scalar at a path of present names; empty for null, too. */
  public Optional<ScalarNode> scalar(Object... steps) {
    return at(DocPath.of(steps))
        .filter(ScalarNode.class::isInstance)
        .map(ScalarNode.class::cast)
        .filter(scalar -> !scalar.isNull());
  }

  public Optional<ScalarNode> frameworkName() {
    return scalar(MODEL, "framework", "name");
  }

  public Optional<ScalarNode> frameworkVersion() {
    return scalar(MODEL, "framework", "version");
  }

  public Optional<ScalarNode> command() {
    return scalar(MODEL, "execution", "command");
  }

  /**
   * What the shell command says and runs: read once, for the rules, the search of the model
   * definition and the editor, when one of them asks; spans count in {@link #command()}'s value.
   */
  public Optional<CommandAnalysis> commandAnalysis() {
    return analysis.get();
  }

  public Optional<ScalarNode> resource() {
    return scalar(MODEL, "execution", "resource");
  }

  /** The stores of data and results, as many as there are. */
  public List<StoreReference> stores() {
    List<StoreReference> stores = new ArrayList<>();
    if (root.get(DATA).orElse(null) instanceof SequenceNode list) {
      for (int i = 0; i < list.items().size(); i++) {
        if (list.items().get(i).value() instanceof MappingNode store) {
          stores.add(new StoreReference(DocPath.of(DATA, i), true, store));
        }
      }
    }
    if (root.get(RESULTS).orElse(null) instanceof MappingNode store) {
      stores.add(new StoreReference(DocPath.of(RESULTS), false, store));
    }
    return stores;
  }

  /**
   * The manifest as JSON, for the schema. Plain scalars other than null are strings, as they are
   * written: whether a version lost its quotes is a rule's business.
   */
  public JsonNode instance() {
    return instance;
  }

  private static JsonNode json(Node node) {
    JsonNodeFactory factory = JsonNodeFactory.instance;
    if (node instanceof MappingNode mapping) {
      ObjectNode object = factory.objectNode();
      for (Entry entry : mapping.entries()) {
        if (!object.has(entry.name())) {
          object.set(entry.name(), json(entry.value()));
        }
      }
      return object;
    }
    if (node instanceof SequenceNode sequence) {
      ArrayNode array = factory.arrayNode();
      sequence.items().forEach(item -> array.add(json(item.value())));
      return array;
    }
    ScalarNode scalar = (ScalarNode) node;
    return scalar.isNull() ? factory.nullNode() : factory.stringNode(scalar.value());
  }
}
