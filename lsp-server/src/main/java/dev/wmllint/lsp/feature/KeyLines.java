package dev.wmllint.lsp.feature;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The lines of a document's keys and items, from which a comment can speak of what is under them.
 */
final class KeyLines {
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
    this.lines = document.lines();
    document.root().ifPresent(root -> collect(root, Optional.empty()));
  }

  private void collect(Node node, Optional<Handle> parent) {
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (!entry.isMerged()) {
          block(entry.key());
          add(entry.key().span().start(), entry.value(), parent);
        }
      }
    } else if (node instanceof SequenceNode list) {
      for (SequenceNode.Item item : list.items()) {
        add(item.dash().start(), item.value(), parent);
      }
    } else {
      block(node);
    }
  }

  private void add(int start, Node value, Optional<Handle> parent) {
    // What an alias stands for is written elsewhere.
    if (value.span().start() >= start) {
      Handle handle = new Handle(lines.lineOf(start), value.span().end(), parent);
      byStart.putIfAbsent(start, handle);
      collect(value, Optional.of(handle));
    }
  }

  private void block(Node node) {
    Span span = node.span();
    if (node instanceof ScalarNode && !span.isEmpty()) {
      inside.set(lines.lineOf(span.start()) + 1, lines.lineOf(span.end() - 1) + 1);
    }
  }

  /**
   * The line above which a comment covers a place: its own, or that of the nearest key or item
   * around it. Empty where each of them begins inside of a scalar.
   */
  Optional<Integer> lineFor(Span span) {
    int own = lines.lineOf(span.start());
    if (!inside.get(own) && span.end() <= lines.span(own).end()) {
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
}
