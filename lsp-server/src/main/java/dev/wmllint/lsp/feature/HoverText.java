package dev.wmllint.lsp.feature;

import dev.wmllint.text.Printable;
import java.util.Optional;

/**
 * The text of a hover, in Markdown or without any marks. What comes from files is shown as it is.
 */
public final class HoverText {
  private final boolean markdown;
  private final StringBuilder out = new StringBuilder();

  HoverText(boolean markdown) {
    this.markdown = markdown;
  }

  String text() {
    return out.toString().strip();
  }

  /** A title, and the path of the place. */
  HoverText title(String title, String path) {
    return paragraph(markdown ? "**" + title + "** · " + inCode(path) : title + " · " + path);
  }

  HoverText bold(String text) {
    return paragraph(markdown ? "**" + inCode(text) + "**" : text);
  }

  HoverText code(String text) {
    return paragraph(markdown ? inCode(text) : Printable.line(text));
  }

  /** One of our sentences. */
  HoverText line(String text) {
    return paragraph(markdown ? escaped(text) : text);
  }

  /** Our text that is Markdown already, where that is wanted. */
  HoverText paragraph(String text) {
    out.append(text).append("\n\n");
    return this;
  }

  /** Text of another author. */
  HoverText quote(String text) {
    return paragraph(markdown ? "> " + escaped(text) : Printable.line(text));
  }

  HoverText heading(String text) {
    out.append(text).append(":\n").append(markdown ? "\n" : "");
    return this;
  }

  HoverText item(String value, String meaning) {
    out.append("- ").append(markdown ? inCode(value) : value);
    out.append(meaning.isEmpty() ? "" : ": " + (markdown ? escaped(meaning) : meaning));
    out.append('\n');
    return this;
  }

  HoverText example(String value) {
    return paragraph("Example: " + (markdown ? inCode(value) : value));
  }

  /** Where to read more: a page that the client can open, or else what prints it anywhere. */
  HoverText rule(String id, Optional<String> page) {
    out.append('\n');
    String explain = "wml-lint explain " + id;
    if (!markdown) {
      return paragraph("Rule: " + id + " (" + explain + " tells more)");
    }
    String name = inCode(id);
    return paragraph(
        "Rule: "
            + page.map(to -> "[" + name + "](" + to + ")")
                .orElseGet(() -> name + " (" + inCode(explain) + " tells more)"));
  }

  /** As many backticks around it as it needs. */
  private static String inCode(String text) {
    String line = Printable.line(text);
    String fence = "`";
    while (line.contains(fence)) {
      fence += "`";
    }
    String pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return fence + pad + line + pad + fence;
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    String line = Printable.line(text);
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      escaped.append("\\`*_{}[]<>#|!~".indexOf(c) >= 0 ? "\\" : "").append(c);
    }
    return escaped.toString();
  }
}
