package dev.wmllint.yaml;

import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.syntax.Problem;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/** Leads from the places of a changed text back to those of the text before the changes. */
final class Relocation {
  private final List<Edit> changes;
  private final String text;
  private final List<Span> lost;
  private final IdentityHashMap<Node, Node> moved = new IdentityHashMap<>();

  /**
   * For one text.
   *
   * @param text before the changes
   * @param lost what was left out of it although it means something
   */
  Relocation(String text, List<Edit> changes, List<Span> lost) {
    this.text = text;
    this.changes = Edit.sorted(changes);
    this.lost = lost;
  }

  /** What a change has written is where the change is. */
  int offset(int changed) {
    int shift = 0;
    for (Edit change : changes) {
      int start = change.span().start() + shift;
      if (changed <= start && (changed < start || !change.text().isEmpty())) {
        return changed - shift;
      }
      if (changed < start + change.text().length()) {
        return change.span().start();
      }
      shift += change.text().length() - change.span().length();
    }
    return changed - shift;
  }

  Span span(Span changed) {
    int start = offset(changed.start());
    return new Span(start, Math.max(start, offset(changed.end())));
  }

  Problem problem(Problem problem) {
    return new Problem(
        problem.kind(),
        span(problem.span()),
        problem.message(),
        problem.help(),
        problem.other().map(this::span),
        Optional.empty());
  }

  /** A node that aliases share stays one. */
  Node node(Node node) {
    Node known = moved.get(node);
    if (known != null) {
      return known;
    }
    Node copy;
    if (node instanceof MappingNode mapping) {
      List<Entry> entries = mapping.entries().stream().map(this::entry).toList();
      Span span = span(node.span());
      boolean damaged = mapping.isDamaged() || lost.stream().anyMatch(part -> meets(part, span));
      copy = new MappingNode(span, node.isFlow(), entries, damaged);
    } else if (node instanceof SequenceNode list) {
      List<SequenceNode.Item> items =
          list.items().stream()
              .map(item -> new SequenceNode.Item(span(item.dash()), node(item.value())))
              .toList();
      copy = new SequenceNode(span(node.span()), node.isFlow(), items);
    } else {
      copy = ((ScalarNode) node).moved(this::span);
    }
    moved.put(node, copy);
    return copy;
  }

  private boolean meets(Span part, Span node) {
    return part.end() <= node.start() && text.substring(part.end(), node.start()).isBlank();
  }

  private Entry entry(Entry entry) {
    Optional<Entry> from = entry.mergedFrom().map(this::entry);
    return new Entry(entry.name(), node(entry.key()), node(entry.value()), from);
  }
}
