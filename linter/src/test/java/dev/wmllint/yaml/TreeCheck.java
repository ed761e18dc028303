package dev.wmllint.yaml;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.text.Span;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** What holds for every document, however broken. */
final class TreeCheck {
  private final String text;
  private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private TreeCheck(String text) {
    this.text = text;
  }

  /** Every span lies inside the text, and a part's inside its whole's. */
  static void check(ManifestDocument document) {
    TreeCheck check = new TreeCheck(document.text());
    Span text = new Span(0, document.text().length());
    document.problems().forEach(problem -> check.inside(problem.span(), text));
    document.problems().forEach(p -> p.other().ifPresent(other -> check.inside(other, text)));
    document.comments().forEach(comment -> check.inside(comment.span(), text));
    document.root().ifPresent(root -> check.node(root, text));
  }

  /** The same for a tree alone. */
  static void check(Node root, Span around, String text) {
    new TreeCheck(text).node(root, around);
  }

  private void node(Node node, Span around) {
    if (!seen.add(node)) {
      return; // behind an alias, which stands elsewhere
    }
    inside(node.span(), around);
    if (node instanceof ScalarNode scalar) {
      scalar(scalar);
    } else if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (!entry.isMerged()) {
          node(entry.key(), node.span());
          node(entry.value(), node.span());
        }
      }
    } else if (node instanceof SequenceNode sequence) {
      for (SequenceNode.Item item : sequence.items()) {
        inside(item.dash(), node.span());
        node(item.value(), node.span());
      }
    }
  }

  private void scalar(ScalarNode scalar) {
    inside(scalar.contentSpan(), scalar.span());
    int length = scalar.value().length();
    int last = scalar.span().start();
    for (int i = 0; i < length; i++) {
      Span source = scalar.sourceSpan(new Span(i, i + 1));
      if (!scalar.style().isBlock()) {
        inside(source, scalar.span());
      }
      assertTrue(last <= source.start(), () -> "goes back: " + scalar);
      last = source.start();
    }
    Span all = scalar.sourceSpan(new Span(0, length));
    assertTrue(all.end() <= text.length(), scalar::toString);
  }

  private void inside(Span span, Span around) {
    assertTrue(around.contains(span), () -> span + " is not inside " + around);
  }
}
