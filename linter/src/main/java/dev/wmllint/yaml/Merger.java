package dev.wmllint.yaml;

import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Resolves {@code <<} (YAML 1.1's merge key, which readers of that time understand): the mapping's
 * own keys win, then the earlier of several merged mappings.
 */
record Merger(Consumer<Problem> problems, DamagedText damaged) {
  private static final String MERGE_KEY = "<<";

  List<Entry> withMerged(List<Entry> own) {
    if (own.stream().noneMatch(Merger::isMerge)) {
      return own;
    }
    List<Entry> result = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Entry entry : own) {
      if (!isMerge(entry)) {
        result.add(entry);
        names.add(entry.name());
      }
    }
    for (Entry entry : own) {
      if (isMerge(entry)) {
        merge(entry, entry.value(), names, result);
      }
    }
    return result;
  }

  private static boolean isMerge(Entry entry) {
    return entry.key() instanceof ScalarNode key && key.isPlain() && key.value().equals(MERGE_KEY);
  }

  private void merge(Entry via, Node source, Set<String> names, List<Entry> result) {
    if (source instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        if (names.add(entry.name())) {
          result.add(new Entry(entry.name(), entry.key(), entry.value(), Optional.of(via)));
        }
      }
    } else if (source instanceof SequenceNode sequence && via.value() == source) {
      sequence.items().forEach(item -> merge(via, item.value(), names, result));
    } else if (!damaged.touches(source.span().start(), source.span().end())) {
      problems.accept(
          new Problem(
              Problem.Kind.MERGE,
              via.key().span(),
              "'<<' merges a mapping, not " + source.describe(),
              "write '<<: *anchor', where the anchor is on a mapping"));
    }
  }
}
