package dev.wmllint.lsp.completion.template;

import java.util.List;
import java.util.Map;

/** A value that is to be inserted, with the places where the user goes on typing. */
public sealed interface Template {
  /** A mapping, in the order in which it is written. */
  record Entries(Map<String, Template> entries) implements Template {}

  record Items(List<Template> items) implements Template {}

  /**
   * A scalar.
   *
   * @param key that it is the value of
   * @param parts what it is put together from
   */
  record Leaf(String key, List<Part> parts) implements Template {
    /** The value as it stands when nothing is typed over it. */
    public String text() {
      StringBuilder text = new StringBuilder();
      parts.forEach(part -> text.append(part.text()));
      return text.toString();
    }

    public boolean isFixed() {
      return parts.stream().allMatch(Part.Text.class::isInstance);
    }

    static Leaf fixed(String key, String value) {
      return new Leaf(key, List.of(new Part.Text(value)));
    }
  }

  sealed interface Part {
    String text();

    /** What stays as it is. */
    record Text(String text) implements Part {}

    /** A tab stop; those with one number are typed at once. */
    record Stop(int number, String text) implements Part {}

    /** A tab stop with a list to choose from; never empty. */
    record Choice(int number, List<String> values) implements Part {
      @Override
      public String text() {
        return values.get(0);
      }
    }
  }
}
