package dev.wmllint.lsp.completion.template;

import dev.wmllint.lsp.completion.template.Template.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The snippet syntax of the Language Server Protocol, as far as the schema uses it: {@code $1},
 * {@code ${1:text}}, {@code ${1|a,b|}} and backslashes before the characters themselves.
 */
public final class SnippetText {
  private final String text;
  private int at;

  private SnippetText(String text) {
    this.text = text;
  }

  /** Reads a text; what is no tab stop is text. */
  public static List<Part> parse(String text) {
    return new SnippetText(text).parts();
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        plain.append(text.charAt(at + 1));
        at += 2;
      } else if (c == '$' && isStop()) {
        if (plain.length() > 0) {
          parts.add(new Part.Text(plain.toString()));
          plain.setLength(0);
        }
        parts.add(stop());
      } else {
        plain.append(c);
        at++;
      }
    }
    if (plain.length() > 0) {
      parts.add(new Part.Text(plain.toString()));
    }
    return List.copyOf(parts);
  }

  private boolean isStop() {
    int digit = at + 1 < text.length() && text.charAt(at + 1) == '{' ? at + 2 : at + 1;
    return digit < text.length() && isDigit(text.charAt(digit));
  }

  private Part stop() {
    boolean braces = text.charAt(at + 1) == '{';
    at += braces ? 2 : 1;
    int number = 0;
    while (at < text.length() && isDigit(text.charAt(at))) {
      number = number * 10 + (text.charAt(at) - '0');
      at++;
    }
    if (!braces) {
      return new Part.Stop(number, "");
    }
    char kind = at < text.length() ? text.charAt(at) : '}';
    if (kind == '}') {
      at++;
      return new Part.Stop(number, "");
    }
    at++;
    String inside = upTo(kind == '|' ? '|' : '}');
    if (kind != '|') {
      return new Part.Stop(number, inside);
    }
    at++;
    return new Part.Choice(number, Arrays.asList(inside.split(",", -1)));
  }

  private String upTo(char end) {
    StringBuilder inside = new StringBuilder();
    while (at < text.length() && text.charAt(at) != end) {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      inside.append(text.charAt(at));
      at++;
    }
    at++;
    return inside.toString();
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Text that stands for itself in a snippet. */
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
