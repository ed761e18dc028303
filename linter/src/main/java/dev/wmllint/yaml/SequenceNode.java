package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import java.util.List;

/** A list, in the order of the file. */
public final class SequenceNode implements Node {
  private final Span span;
  private final boolean flow;
  private final List<Item> items;

  public SequenceNode(Span span, boolean flow, List<Item> items) {
    this.span = span;
    this.flow = flow;
    this.items = List.copyOf(items);
  }

  /**
   * One item.
   *
   * @param dash the item's dash; in flow style the first char of the item
   * @param value the item's value
   */
  public record Item(Span dash, Node value) {}

  @Override
  public Span span() {
    return span;
  }

  @Override
  public boolean isFlow() {
    return flow;
  }

  public List<Item> items() {
    return items;
  }

  @Override
  public List<Node> children() {
    return items.stream().map(Item::value).toList();
  }

  @Override
  public String describe() {
    return "a list";
  }
}
