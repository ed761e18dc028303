package dev.wmllint.suppress;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.KeyOrItem;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Where the keys and list items of a document start, to find what a comment stands above. */
final class SuppressionScopes {
  private final TreeMap<Integer, Start> byOffset = new TreeMap<>();
  private final int[] contentLineFrom;

  /**
   * A key or an item.
   *
   * @param span with all that is under it
   * @param scalar whether that is a single value
   */
  record Start(Span span, boolean scalar) {}

  SuppressionScopes(ManifestDocument document) {
    document.root().ifPresent(root -> root.all().forEach(this::collect));
    LineIndex lines = document.lines();
    contentLineFrom = new int[lines.count() + 1];
    contentLineFrom[lines.count()] = -1;
    for (int line = lines.count() - 1; line >= 0; line--) {
      String content = lines.span(line).of(document.text()).strip();
      boolean nothing = content.isEmpty() || content.startsWith("#");
      contentLineFrom[line] = nothing ? contentLineFrom[line + 1] : line;
    }
  }

  private void collect(Node node) {
    for (KeyOrItem one : KeyOrItem.in(node)) {
      boolean scalar = !one.item() && one.value() instanceof ScalarNode;
      byOffset.putIfAbsent(one.span().start(), new Start(one.whole(), scalar));
    }
  }

  /** The outermost key or item that starts in a line. */
  Optional<Start> in(Span line) {
    Map.Entry<Integer, Start> first = byOffset.ceilingEntry(line.start());
    return first != null && first.getKey() <= line.end()
        ? Optional.of(first.getValue())
        : Optional.empty();
  }

  /** The next line below that holds more than a comment. */
  Optional<Integer> contentLineBelow(int line) {
    int below = contentLineFrom[line + 1];
    return below < 0 ? Optional.empty() : Optional.of(below);
  }
}
