package dev.wmllint.lsp.completion.template;

import dev.wmllint.lsp.completion.template.Template.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The snippet syntax of the Language Server Protocol, as far as the schema uses it: {@code $1},
 * {@code ${1:text}}, {@code ${1|a,b|}} and backslashes before the characters themselves.
 */
public final class SnippetText {
  private static final Pattern SPECIAL =
      Pattern.compile(
          "\\\\(?<escaped>.)"
              + "|\\$(?<bare>[0-9]{1,9})"
              + "|\\$\\{(?<number>[0-9]{1,9})"
              + "(:(?<text>(\\\\.|[^}\\\\])*+)|\\|(?<values>(\\\\.|[^|\\\\])*+)\\|)?\\}",
          Pattern.DOTALL);

  private SnippetText() {}

  /** Reads a text; what is no tab stop is text. */
  public static List<Part> parse(String snippet) {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Matcher special = SPECIAL.matcher(snippet);
    while (special.find()) {
      special.appendReplacement(plain, "");
      if (special.group("escaped") != null) {
        plain.append(special.group("escaped"));
      } else {
        addText(plain, parts);
        parts.add(stop(special));
      }
    }
    special.appendTail(plain);
    addText(plain, parts);
    return List.copyOf(parts);
  }

  /** The text as it is when nothing is typed over it. */
  public static String defaults(String snippet) {
    return new Template.Leaf("", parse(snippet)).text();
  }

  private static void addText(StringBuilder plain, List<Part> parts) {
    if (plain.length() > 0) {
      parts.add(new Part.Text(plain.toString()));
      plain.setLength(0);
    }
  }

  private static Part stop(Matcher stop) {
    if (stop.group("bare") != null) {
      return new Part.Stop(Integer.parseInt(stop.group("bare")), "");
    }
    int number = Integer.parseInt(stop.group("number"));
    if (stop.group("values") != null) {
      String values = unescaped(stop.group("values"));
      return new Part.Choice(number, Arrays.asList(values.split(",", -1)));
    }
    return new Part.Stop(
        number, Optional.ofNullable(stop.group("text")).map(SnippetText::unescaped).orElse(""));
  }

  private static String unescaped(String text) {
    return text.replaceAll("(?s)\\\\(.)", "$1");
  }

  /** Plain text, as a snippet has it. */
  static String escape(String plain) {
    return escape(plain, "\\$}");
  }

  /** One of the values of a list to choose from. */
  static String escapeChoice(String plain) {
    return escape(plain, "\\$},|");
  }

  private static String escape(String plain, String special) {
    StringBuilder out = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (special.indexOf(c) >= 0) {
        out.append('\\');
      }
      out.append(c);
    }
    return out.toString();
  }
}
