package dev.wmllint.yaml.syntax;

import dev.wmllint.text.Blanks;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Invisible characters where YAML counts spaces: in an indent, after a dash, after a key's colon.
 */
public final class FalseBlanks {
  private FalseBlanks() {}

  /** Where they are, in the order of the text: each run of equal chars, none over a line end. */
  public static List<Span> in(String text, LineIndex lines) {
    List<Span> found = new ArrayList<>();
    if (hasAny(text)) {
      for (int line = 0; line < lines.count(); line++) {
        collect(text, lines.span(line), found);
      }
    }
    return found;
  }

  /** What is wrong with one of them. */
  public static Problem problem(String text, Span span, String help) {
    String message = Blanks.name(text.charAt(span.start())) + " here, which is not a space to YAML";
    return new Problem(Problem.Kind.FALSE_BLANK, span, message, help);
  }

  public static boolean hasAny(String text) {
    return text.chars().anyMatch(Blanks::isInvisible);
  }

  private static void collect(String text, Span line, List<Span> found) {
    boolean indent = true;
    boolean key = false;
    for (int i = line.start(); i < line.end(); i++) {
      char c = text.charAt(i);
      boolean afterKey = key && i > line.start() && text.charAt(i - 1) == ':';
      if (Blanks.isInvisible(c) && (indent || afterKey)) {
        int end = i + 1;
        while (end < line.end() && text.charAt(end) == c) {
          end++;
        }
        found.add(new Span(i, end));
        i = end - 1;
      } else if (afterKey || c == '#') {
        return;
      } else {
        boolean dash = c == '-' && indent;
        indent &= dash || c == ' ' || c == '\t';
        key |= !indent;
      }
    }
  }
}
