package dev.wmllint.lsp.feature;

import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.KeyOrItem;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.SelectionRange;

/** Selecting more and more: a word, its value, the key with it, the mapping, the document. */
public final class Selections {
  /** One chain for each position, each from the inside out. */
  public List<SelectionRange> of(DocumentSnapshot snapshot, List<Position> positions) {
    LspConverter places = snapshot.converter();
    List<SelectionRange> chains = new ArrayList<>();
    for (Position position : positions) {
      chains.add(chain(snapshot, places, position));
    }
    return chains;
  }

  private static SelectionRange chain(
      DocumentSnapshot snapshot, LspConverter places, Position position) {
    int offset = places.offset(position);
    boolean inside = snapshot.isManifest() && !places.isBeforeMark(position);
    List<Span> spans = new ArrayList<>();
    Optional<Node> next = inside ? snapshot.tree().root() : Optional.empty();
    while (next.isPresent()) {
      Node node = next.get();
      spans.add(node.span());
      next = step(node, offset, spans);
    }
    snapshot.command().flatMap(command -> command.wordAt(offset)).ifPresent(spans::add);
    Span around = new Span(0, snapshot.document().source().text().length());
    SelectionRange range = new SelectionRange(places.whole(), null);
    for (Span span : spans) {
      // Each lies in the one around it and is smaller; a word between quotes is not at its quotes.
      if (around.contains(span) && !around.equals(span) && span.touches(offset)) {
        range = new SelectionRange(places.range(span), range);
        around = span;
      }
    }
    return range;
  }

  /** One level down: adds the key or value at the offset, and gives the node to go on in. */
  private static Optional<Node> step(Node node, int offset, List<Span> outsideIn) {
    if (node instanceof ScalarNode scalar) {
      outsideIn.add(scalar.contentSpan());
    }
    for (KeyOrItem one : KeyOrItem.in(node)) {
      if (!one.isAlias() && one.whole().touches(offset)) {
        outsideIn.add(one.whole());
        if (!one.item() && one.span().touches(offset)) {
          outsideIn.add(one.span());
          outsideIn.add(one.handle());
          return Optional.empty();
        }
        return Optional.of(one.value()).filter(next -> next.span().touches(offset));
      }
    }
    return Optional.empty();
  }
}
