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
      chains.add(chain(snapshot, places, places.offset(position)));
    }
    return chains;
  }

  private static SelectionRange chain(DocumentSnapshot snapshot, LspConverter places, int offset) {
    List<Span> outsideIn = new ArrayList<>();
    add(outsideIn, new Span(0, snapshot.document().source().text().length()));
    Optional<Node> inside = snapshot.isManifest() ? snapshot.tree().root() : Optional.empty();
    while (inside.isPresent()) {
      Node node = inside.get();
      add(outsideIn, node.span());
      inside = step(node, offset, outsideIn);
    }
    snapshot.command().flatMap(command -> command.wordAt(offset)).ifPresent(w -> add(outsideIn, w));
    SelectionRange range = null;
    for (Span span : outsideIn) {
      range = new SelectionRange(places.range(span), range);
    }
    return range;
  }

  /** One level down: adds the key or value at the offset, and gives the node to go on in. */
  private static Optional<Node> step(Node node, int offset, List<Span> outsideIn) {
    if (node instanceof ScalarNode scalar) {
      add(outsideIn, scalar.contentSpan());
    }
    for (KeyOrItem one : KeyOrItem.in(node)) {
      if (!one.isAlias() && one.whole().touches(offset)) {
        add(outsideIn, one.whole());
        if (!one.item() && one.span().touches(offset)) {
          add(outsideIn, one.span());
          add(outsideIn, one.handle());
          return Optional.empty();
        }
        return Optional.of(one.value()).filter(next -> next.span().touches(offset));
      }
    }
    return Optional.empty();
  }

  /** Each must lie in the one around it, and be smaller. */
  private static void add(List<Span> outsideIn, Span span) {
    if (outsideIn.isEmpty()) {
      outsideIn.add(span);
      return;
    }
    Span around = outsideIn.get(outsideIn.size() - 1);
    if (around.contains(span) && !around.equals(span)) {
      outsideIn.add(span);
    }
  }
}
