package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping, in the order of the file. */
public final class MappingNode implements Node {
  private final Span span;
  private final boolean flow;
  private final List<Entry> entries;
  private final boolean damaged;
  private final Map<String, Entry> byName;

  /**
   * Builds a mapping.
   *
   * @param entries its own and then the merged ones; of equal names the first counts
   * @param damaged whether it touches text that could not be read, so that nothing can be said
   *     about what it lacks
   */
  public MappingNode(Span span, boolean flow, List<Entry> entries, boolean damaged) {
    this.span = span;
    this.flow = flow;
    this.entries = List.copyOf(entries);
    this.damaged = damaged;
    Map<String, Entry> first = new HashMap<>();
    this.entries.forEach(entry -> first.putIfAbsent(entry.name(), entry));
    this.byName = first;
  }

  public MappingNode withEntries(List<Entry> changed) {
    return new MappingNode(span, flow, changed, damaged);
  }

  @Override
  public Span span() {
    return span;
  }

  @Override
  public boolean isFlow() {
    return flow;
  }

  /** All entries: duplicates too, merged ones last. */
  public List<Entry> entries() {
    return entries;
  }

  public boolean isDamaged() {
    return damaged;
  }

  public Optional<Entry> entry(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  public Optional<Node> get(String name) {
    return entry(name).map(Entry::value);
  }

  @Override
  public List<Node> children() {
    return entries.stream().map(Entry::value).toList();
  }

  @Override
  public String describe() {
    return "a mapping";
  }
}
