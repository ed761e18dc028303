package dev.wmllint.redact;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The secrets of a text as they are found: where they stand, and what they are. */
final class Secrets {
  /** Longer ones are not looked for once more when they stand in another secret. */
  private static final int MAX_INNER = 256;

  private final String text;
  private final List<Span> spans = new ArrayList<>();
  private final List<Span> places = new ArrayList<>();
  private final Set<String> values = new HashSet<>();

  Secrets(String text) {
    this.text = text;
  }

  void add(Span span) {
    if (!span.isEmpty()) {
      spans.add(span);
    }
  }

  /** Adds a value that may be written in another way than it is read: with escapes, or folded. */
  void add(Span span, String value) {
    add(span);
    values.add(value.strip());
  }

  /** Adds a place whose text is no secret elsewhere: the name of its own key. */
  void addPlace(Span span) {
    places.add(span);
  }

  /** Adds a part of a secret that may be quoted alone. */
  void addValue(String value) {
    values.add(value);
  }

  /** The places, in order and apart from each other. */
  List<Span> spans() {
    List<Span> result = new ArrayList<>();
    List<Span> all = new ArrayList<>(places);
    all.addAll(spans);
    for (Span span : sorted(all)) {
      int last = result.size() - 1;
      if (last >= 0 && span.start() <= result.get(last).end()) {
        result.set(last, result.get(last).union(span));
      } else {
        result.add(span);
      }
    }
    return List.copyOf(result);
  }

  /** The secrets themselves, as written and as read. */
  Set<String> values() {
    Set<String> all = new HashSet<>(values);
    int end = 0;
    for (Span span : sorted(spans)) {
      // The values of a=a=a=… are inside each other: all of them together grow with the square.
      if (span.end() > end || span.length() <= MAX_INNER) {
        all.add(span.of(text).strip());
      }
      end = Math.max(end, span.end());
    }
    return all;
  }

  private static List<Span> sorted(List<Span> spans) {
    return spans.stream().sorted().distinct().toList();
  }
}
