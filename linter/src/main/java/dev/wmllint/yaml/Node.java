package dev.wmllint.yaml;

import dev.wmllint.text.Span;

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
}
