package dev.wmllint.yaml;

import dev.wmllint.text.Span;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The places that could not be read: spans that are apart from each other, by their start. */
public final class DamagedText {
  private final NavigableMap<Integer, Span> spans = new TreeMap<>();

  void add(Span span) {
    Span grown = span;
    for (Map.Entry<Integer, Span> before = spans.floorEntry(grown.end());
        before != null && before.getValue().end() >= grown.start();
        before = spans.floorEntry(grown.end())) {
      grown = grown.union(before.getValue());
      spans.remove(before.getKey());
    }
    spans.put(grown.start(), grown);
  }

  boolean isEmpty() {
    return spans.isEmpty();
  }

  /** Whether something in {@code [start, end]} could not be read. */
  boolean touches(int start, int end) {
    Map.Entry<Integer, Span> last = spans.floorEntry(end);
    return last != null && last.getValue().end() >= start;
  }
}
