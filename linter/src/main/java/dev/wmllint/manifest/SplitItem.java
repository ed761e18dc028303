package dev.wmllint.manifest;

import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One mapping of a list that dashes before some of its keys made several items of.
 *
 * @param whole the mapping as it was meant
 * @param pieces the items
 */
record SplitItem(MappingNode whole, List<KeyIssue.Piece> pieces) {
  /** More items are no slip. */
  private static final int MAX_PIECES = 8;

  /**
   * The items joined; empty where they are not pieces of one: a key stands in two of them, or one
   * of them is whole, or a key is none of this place.
   *
   * @param schema what the format says about an item
   */
  static Optional<SplitItem> of(SequenceNode list, SchemaNode schema) {
    if (list.items().size() < 2 || list.items().size() > MAX_PIECES) {
      return Optional.empty();
    }
    Map<String, Entry> whole = new LinkedHashMap<>();
    List<KeyIssue.Piece> pieces = new ArrayList<>();
    for (SequenceNode.Item item : list.items()) {
      if (!(item.value() instanceof MappingNode mapping) || isWhole(mapping, schema)) {
        return Optional.empty();
      }
      Optional<Entry> home = home(mapping, whole, schema);
      boolean fits = home.isPresent() || takes(whole, mapping, schema);
      if (!fits) {
        return Optional.empty();
      }
      home.ifPresent(entry -> whole.put(entry.name(), with(entry, mapping)));
      pieces.add(new KeyIssue.Piece(item, home.map(Entry::value)));
    }
    MappingNode first = (MappingNode) list.items().get(0).value();
    Span span = first.span().union(list.span());
    MappingNode joined = new MappingNode(span, first.isFlow(), List.copyOf(whole.values()), false);
    return Optional.of(new SplitItem(joined, pieces));
  }

  private static boolean isWhole(MappingNode piece, SchemaNode schema) {
    return piece.isDamaged()
        || schema.required().stream().allMatch(key -> piece.entry(key).isPresent());
  }

  private static boolean takes(Map<String, Entry> whole, MappingNode piece, SchemaNode schema) {
    KeyNames names = new KeyNames(schema, Optional.empty());
    for (Entry entry : piece.entries()) {
      boolean free = names.isKnown(entry.name()) && !entry.isMerged();
      if (!free || whole.putIfAbsent(entry.name(), entry) != null) {
        return false;
      }
    }
    return true;
  }

  /** The mapping above that lacks all keys of a piece: the dash stands before one of its keys. */
  private static Optional<Entry> home(
      MappingNode piece, Map<String, Entry> whole, SchemaNode schema) {
    for (Entry entry : whole.values()) {
      Optional<SchemaNode> inner = schema.property(entry.name());
      if (inner.isPresent()
          && entry.value() instanceof MappingNode mapping
          && !piece.entries().isEmpty()
          && piece.entries().stream()
              .map(Entry::name)
              .allMatch(
                  key -> inner.get().required().contains(key) && mapping.entry(key).isEmpty())) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }

  private static Entry with(Entry entry, MappingNode piece) {
    MappingNode mapping = (MappingNode) entry.value();
    List<Entry> entries = new ArrayList<>(mapping.entries());
    entries.addAll(piece.entries());
    return entry.withValue(mapping.withEntries(entries));
  }
}
