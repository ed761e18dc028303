package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** A node of the document. An anchored node stands in the tree once for each alias to it. */
public sealed interface Node permits ScalarNode, MappingNode, SequenceNode {
  /**
   * The node's own text: a scalar with its quotes, a flow collection with its brackets, a block
   * collection from its first key or dash to the end of its last value. Empty where the value is
   * left out.
   */
  Span span();

  /** What it is, for messages: {@code a string}, {@code a mapping}. */
  String describe();

  /** Whether it is a collection in brackets: <code>{a: b}</code>, {@code [a, b]}. */
  default boolean isFlow() {
    return false;
  }

  /** Whether a YAML reader hands over null: nothing at all, {@code ~} or a plain {@code null}. */
  default boolean isNull() {
    return false;
  }

  /** Whether nothing is written for the value. */
  default boolean isOmitted() {
    return false;
  }

  /** The values directly in it, in the order of the file; merged ones last. */
  default List<Node> children() {
    return List.of();
  }

  /** This node and the values below it, each once, however many aliases stand for it. */
  default Collection<Node> all() {
    Set<Node> found = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> open = new ArrayDeque<>(List.of(this));
    while (!open.isEmpty()) {
      Node node = open.pop();
      if (found.add(node)) {
        open.addAll(node.children());
      }
    }
    return found;
  }
}
