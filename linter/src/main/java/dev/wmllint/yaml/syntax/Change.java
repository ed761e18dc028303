package dev.wmllint.yaml.syntax;

import dev.wmllint.text.Span;
import java.util.Comparator;
import java.util.List;

/**
 * Reads other chars in the place of a part of a text; an empty span inserts, an empty text removes.
 *
 * @param span in the text as it is
 * @param text what is read there
 */
public record Change(Span span, String text) {
  public static Change insert(int offset, String text) {
    return new Change(Span.at(offset), text);
  }

  public static Change remove(Span span) {
    return new Change(span, "");
  }

  /** In the order of the text. */
  public static List<Change> sorted(List<Change> changes) {
    return changes.stream().sorted(Comparator.comparing(Change::span)).toList();
  }

  /** The text with changes, none of which overlaps another. */
  public static String apply(String text, List<Change> changes) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Change change : sorted(changes)) {
      out.append(text, at, change.span().start()).append(change.text());
      at = change.span().end();
    }
    return out.append(text, at, text.length()).toString();
  }
}
