package dev.wmllint.lsp.feature;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.KeyOrItem;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of a document's keys and items, from which a comment can speak of what is under them.
 */
final class KeyLines {
  private final String text;
  private final LineIndex lines;
  private final TreeMap<Integer, Handle> byStart = new TreeMap<>();

  /** Lines that begin inside of a scalar: what is written above them is no comment. */
  private final BitSet inside = new BitSet();

  /**
   * A key or a dash.
   *
   * @param end of all that is under it
   * @param parent the one that it is under
   */
  private record Handle(int line, int end, Optional<Handle> parent) {}

  KeyLines(ManifestDocument document) {
    this.text = document.text();
    this.lines = document.lines();
    document.root().ifPresent(root -> collect(root, Optional.empty()));
  }

  private void collect(Node node, Optional<Handle> parent) {
    if (node instanceof ScalarNode) {
      block(node.span());
    }
    for (KeyOrItem one : KeyOrItem.in(node)) {
      block(one.span());
      if (!one.isAlias()) {
        int start = one.span().start();
        Handle handle = new Handle(lines.lineOf(start), one.value().span().end(), parent);
        byStart.putIfAbsent(start, handle);
        collect(one.value(), Optional.of(handle));
      }
    }
  }

  private void block(Span scalar) {
    if (!scalar.isEmpty()) {
      inside.set(lines.lineOf(scalar.start()) + 1, lines.lineOf(scalar.end() - 1) + 1);
    }
  }

  /**
   * The line above which a comment covers a place: its own, or that of the nearest key or item
   * around it. Empty where each of them begins inside of a scalar.
   */
  Optional<Integer> lineFor(Span span) {
    int own = lines.lineOf(span.start());
    if (!inside.get(own) && span.end() <= lines.span(own).end() && hasContent(own)) {
      return Optional.of(own);
    }
    Optional<Handle> around =
        Optional.ofNullable(byStart.floorEntry(span.start())).map(Map.Entry::getValue);
    while (around.isPresent()
        && (around.get().end() < span.end() || inside.get(around.get().line()))) {
      around = around.get().parent();
    }
    return around.map(Handle::line);
  }

  /** A comment covers the next line that is neither empty nor a comment. */
  private boolean hasContent(int line) {
    String content = lines.span(line).of(text).strip();
    return !content.isEmpty() && !content.startsWith("#");
  }
}
