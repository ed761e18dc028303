package dev.wmllint;

import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.ScalarStyle;
import dev.wmllint.yaml.SequenceNode;
import dev.wmllint.yaml.YamlLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A manifest as data: changed by path, and then written in any {@link Form}. */
sealed interface Tree {
  /** A mapping, in the order in which it is written. */
  record Mapping(LinkedHashMap<String, Tree> entries) implements Tree {}

  /** A list. */
  record Items(List<Tree> items) implements Tree {}

  /** A scalar: a plain one's raw text, a quoted one's value. */
  record Scalar(String text, boolean plain) implements Tree {}

  static Tree parse(SourceText source) {
    ManifestDocument document = ManifestDocument.parse(source, YamlLimits.DEFAULT);
    if (!document.problems().isEmpty()) {
      throw new IllegalArgumentException(source.name() + ": " + document.problems());
    }
    return of(document.root().orElseThrow());
  }

  private static Tree of(Node node) {
    if (node instanceof MappingNode mapping) {
      LinkedHashMap<String, Tree> entries = new LinkedHashMap<>();
      for (Entry entry : mapping.entries()) {
        entries.put(entry.name(), of(entry.value()));
      }
      return new Mapping(entries);
    }
    if (node instanceof SequenceNode list) {
      List<Tree> items = new ArrayList<>();
      list.items().forEach(item -> items.add(of(item.value())));
      return new Items(items);
    }
    ScalarNode scalar = (ScalarNode) node;
    return new Scalar(scalar.value(), scalar.style() == ScalarStyle.PLAIN);
  }

  /** A copy that shares nothing with this one. */
  default Tree copy() {
    if (this instanceof Mapping mapping) {
      LinkedHashMap<String, Tree> entries = new LinkedHashMap<>();
      mapping.entries().forEach((key, value) -> entries.put(key, value.copy()));
      return new Mapping(entries);
    }
    if (this instanceof Items list) {
      return new Items(new ArrayList<>(list.items().stream().map(Tree::copy).toList()));
    }
    return this;
  }

  /** The value at a path such as {@code training_data_reference[0].source}; empty for the root. */
  default Tree at(String path) {
    Tree tree = this;
    for (String step : steps(path)) {
      tree = tree.child(step).orElseThrow(() -> new IllegalArgumentException("nothing at " + path));
    }
    return tree;
  }

  private Optional<Tree> child(String step) {
    if (this instanceof Mapping mapping) {
      return Optional.ofNullable(mapping.entries().get(step));
    }
    if (this instanceof Items list && step.matches("\\d+")) {
      int index = Integer.parseInt(step);
      return index < list.items().size() ? Optional.of(list.items().get(index)) : Optional.empty();
    }
    return Optional.empty();
  }

  /** Puts a value at a path: in the old one's place, or behind the others. */
  default void set(String path, Tree value) {
    String last = lastStep(path);
    if (at(parent(path)) instanceof Items list) {
      int index = Integer.parseInt(last);
      if (index < list.items().size()) {
        list.items().set(index, value);
      } else {
        list.items().add(value);
      }
    } else {
      ((Mapping) at(parent(path))).entries().put(last, value);
    }
  }

  default void remove(String path) {
    if (at(parent(path)) instanceof Items list) {
      list.items().remove(Integer.parseInt(lastStep(path)));
    } else if (((Mapping) at(parent(path))).entries().remove(lastStep(path)) == null) {
      throw new IllegalArgumentException("nothing at " + path);
    }
  }

  /** Gives a key another name, in its place. */
  default void rename(String path, String name) {
    Map<String, Tree> entries = ((Mapping) at(parent(path))).entries();
    Map<String, Tree> old = new LinkedHashMap<>(entries);
    entries.clear();
    old.forEach((key, value) -> entries.put(key.equals(lastStep(path)) ? name : key, value));
  }

  private static List<String> steps(String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.split("[.\\[\\]]+", -1)) {
      if (!step.isEmpty()) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static String lastStep(String path) {
    List<String> steps = steps(path);
    return steps.get(steps.size() - 1);
  }

  private static String parent(String path) {
    int cut = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
    return cut < 0 ? "" : path.substring(0, cut);
  }
}
