package dev.wmllint.text;

import java.util.Comparator;
import java.util.List;

/**
 * Replaces the text under a span; an empty span inserts, an empty text removes.
 *
 * @param span in the text as it is
 * @param text what stands there afterwards
 */
public record Edit(Span span, String text) {
  public static Edit insert(int offset, String text) {
    return new Edit(Span.at(offset), text);
  }

  public static Edit remove(Span span) {
    return new Edit(span, "");
  }

  /** In the order of the text. */
  public static List<Edit> sorted(List<Edit> edits) {
    return edits.stream().sorted(Comparator.comparing(Edit::span)).toList();
  }

  /** The text after edits, none of which overlaps another. */
  public static String apply(String text, List<Edit> edits) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Edit edit : sorted(edits)) {
      out.append(text, at, edit.span().start()).append(edit.text());
      at = edit.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
