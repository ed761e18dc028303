package dev.wmllint.lsp.completion.template;

import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.fix.ScalarText;
import dev.wmllint.lsp.completion.template.Template.Part;
import dev.wmllint.manifest.Placeholder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Writes templates in the style of the place: as blocks, in flow style, or as JSON.
 *
 * @param snippets whether in snippet syntax; else what is to be filled in is a placeholder
 * @param lineEnd the text's
 * @param unit columns that a block is deeper than the one around it
 */
public record TemplateWriter(boolean snippets, String lineEnd, int unit) {

  /**
   * A value as block YAML, after its key and colon: begins with a space or a line end.
   *
   * @param column of the key
   */
  public String block(Template template, int column) {
    if (template instanceof Template.Entries entries) {
      return entries.entries().isEmpty()
          ? plain(" {}")
          : lineEnd + " ".repeat(column + unit) + keys(entries, column + unit);
    }
    if (template instanceof Template.Items items) {
      StringBuilder out = new StringBuilder();
      for (Template item : items.items()) {
        out.append(lineEnd).append(" ".repeat(column)).append("- ").append(item(item, column + 2));
      }
      return out.toString();
    }
    return " " + leaf((Template.Leaf) template, Quotes.WHERE_NEEDED);
  }

  /** A list's item after its dash and space; further lines begin at {@code column}. */
  public String item(Template template, int column) {
    return template instanceof Template.Entries entries
        ? keys(entries, column)
        : block(template, column).stripLeading();
  }

  /** The lines of a mapping whose keys stand at {@code column}; the first without its indent. */
  private String keys(Template.Entries entries, int column) {
    List<String> lines = new ArrayList<>();
    entries.entries().forEach((key, value) -> lines.add(plain(key) + ":" + block(value, column)));
    return String.join(lineEnd + " ".repeat(column), lines);
  }

  /**
   * A value as flow YAML or JSON.
   *
   * @param column of the line that it starts in, where it is to take several lines
   */
  public String flow(Template template, boolean json, Optional<Integer> column) {
    if (template instanceof Template.Leaf leaf) {
      return leaf(leaf, json ? Quotes.ALWAYS : Quotes.IN_FLOW);
    }
    Optional<Integer> inner = column.map(outer -> outer + unit);
    List<String> parts = new ArrayList<>();
    if (template instanceof Template.Entries entries) {
      for (Map.Entry<String, Template> entry : entries.entries().entrySet()) {
        String key = plain(json ? DoubleQuoted.of(entry.getKey()) : entry.getKey());
        parts.add(key + ": " + flow(entry.getValue(), json, inner));
      }
      return enclosed(plain("{"), parts, plain("}"), column);
    }
    for (Template item : ((Template.Items) template).items()) {
      parts.add(flow(item, json, inner));
    }
    return enclosed("[", parts, "]", column);
  }

  private String enclosed(String open, List<String> parts, String close, Optional<Integer> column) {
    if (column.isEmpty() || parts.isEmpty()) {
      return open + String.join(", ", parts) + close;
    }
    String outer = lineEnd + " ".repeat(column.get());
    String inner = outer + " ".repeat(unit);
    return open + inner + String.join("," + inner, parts) + outer + close;
  }

  private enum Quotes {
    WHERE_NEEDED,
    IN_FLOW,
    ALWAYS
  }

  private String leaf(Template.Leaf leaf, Quotes quotes) {
    if (!snippets && !leaf.isFixed()) {
      return Placeholder.of(leaf.key());
    }
    boolean quoted = quotes == Quotes.ALWAYS || !isSafe(leaf, quotes == Quotes.IN_FLOW);
    UnaryOperator<String> inQuotes = quoted ? TemplateWriter::escaped : UnaryOperator.identity();
    StringBuilder out = new StringBuilder();
    leaf.parts().forEach(part -> out.append(part(part, inQuotes)));
    return quoted ? '"' + out.toString() + '"' : out.toString();
  }

  /** Nothing at all is no value in flow style, and in block style a place to type at. */
  private static boolean isSafe(Template.Leaf leaf, boolean flow) {
    if (leaf.text().isEmpty()) {
      return !flow;
    }
    return ScalarText.isPlain(leaf.text(), flow)
        && leaf.parts().stream()
            .filter(Part.Choice.class::isInstance)
            .flatMap(part -> ((Part.Choice) part).values().stream())
            .allMatch(value -> ScalarText.isPlain(value, flow));
  }

  private static String escaped(String value) {
    String quoted = DoubleQuoted.of(value);
    return quoted.substring(1, quoted.length() - 1);
  }

  private String part(Part part, UnaryOperator<String> inQuotes) {
    if (part instanceof Part.Stop stop) {
      String text = SnippetText.escape(inQuotes.apply(stop.text()));
      return text.isEmpty() ? "${" + stop.number() + "}" : "${" + stop.number() + ":" + text + "}";
    }
    if (part instanceof Part.Choice choice) {
      List<String> values =
          choice.values().stream().map(inQuotes).map(SnippetText::escapeChoice).toList();
      return "${" + choice.number() + "|" + String.join(",", values) + "|}";
    }
    return plain(inQuotes.apply(part.text()));
  }

  /** Text that stands for itself. */
  public String plain(String text) {
    return snippets ? SnippetText.escape(text) : text;
  }
}
