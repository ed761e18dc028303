package dev.wmllint.rules.schema;

import dev.wmllint.manifest.Manifest;
import dev.wmllint.schema.DocPath;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The scalars of a manifest that the format knows, with their paths of present names. */
final class Leaves {
  private static final DocPath MODEL = DocPath.of("model_definition");
  private static final DocPath AUTHOR = MODEL.key("author");
  private static final Set<DocPath> TEXTS = Set.of(MODEL.key("name"), MODEL.key("description"));
  private static final DocPath COMMAND = MODEL.key("execution").key("command");
  private static final DocPath VERSION = MODEL.key("framework").key("version");

  private final List<Leaf> found = new ArrayList<>();

  private Leaves() {}

  /**
   * A scalar and its place.
   *
   * @param written the key that it stands under, as the file has it
   */
  record Leaf(DocPath path, ScalarNode scalar, String written) {
    /** Whether it is free text for people: the run's name and description, and the author. */
    boolean isFreeText() {
      return TEXTS.contains(path) || path.startsWith(AUTHOR);
    }

    boolean isCommand() {
      return path.equals(COMMAND);
    }

    boolean isVersion() {
      return path.equals(VERSION);
    }

    /** Whether it is one of a connection's values. */
    boolean isOfConnection() {
      return path.parent().last() instanceof String parent && parent.equals("connection");
    }

    /** The key that it stands under. */
    String key() {
      return String.valueOf(path.last());
    }
  }

  /** All scalars but those that are null. */
  static List<Leaf> of(Manifest manifest) {
    Leaves leaves = new Leaves();
    leaves.collect(manifest.root(), DocPath.ROOT, "");
    return leaves.found;
  }

  private void collect(Node node, DocPath path, String key) {
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        collect(entry.value(), path.key(entry.name()), entry.written());
      }
    } else if (node instanceof SequenceNode list) {
      for (int i = 0; i < list.items().size(); i++) {
        collect(list.items().get(i).value(), path.index(i), key);
      }
    } else if (node instanceof ScalarNode scalar && !scalar.isNull()) {
      found.add(new Leaf(path, scalar, key));
    }
  }
}
