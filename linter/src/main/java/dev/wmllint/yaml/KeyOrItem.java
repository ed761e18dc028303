package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A key of a mapping or an item of a list, with what is under it.
 *
 * @param name the key, or the item's number in brackets
 * @param span of the key as it is written, or of the dash
 * @param handle what to point at: the same without quotes
 * @param item whether it is an item
 */
public record KeyOrItem(String name, Span span, Span handle, Node value, boolean item) {
  /** What is right under a node, as it is written there: without merged keys. */
  public static List<KeyOrItem> in(Node node) {
    if (node instanceof MappingNode mapping) {
      return mapping.entries().stream()
          .filter(entry -> !entry.isMerged())
          .map(
              entry ->
                  new KeyOrItem(
                      entry.name(),
                      entry.key().span(),
                      NodeLocator.keySpan(entry),
                      entry.value(),
                      false))
          .toList();
    }
    if (node instanceof SequenceNode list) {
      return IntStream.range(0, list.items().size()).mapToObj(i -> item(list, i)).toList();
    }
    return List.of();
  }

  private static KeyOrItem item(SequenceNode list, int index) {
    SequenceNode.Item item = list.items().get(index);
    return new KeyOrItem("[" + index + "]", item.dash(), item.dash(), item.value(), true);
  }

  /** Whether the value is an alias: it is written elsewhere. */
  public boolean isAlias() {
    return value.span().start() < span.start();
  }

  /** With the value, where that is written here. */
  public Span whole() {
    return isAlias() ? span : span.union(value.span());
  }
}
