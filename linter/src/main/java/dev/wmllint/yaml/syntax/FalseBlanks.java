package dev.wmllint.yaml.syntax;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Chars that look like a blank, or like nothing, where YAML counts blanks: in an indent, behind a
 * dash, behind the colon of a key. They come with text that was copied from a web page.
 */
public final class FalseBlanks {
  private FalseBlanks() {}

  /** Where they stand, in the order of the text: each run of equal chars, none over a line end. */
  public static List<Span> in(String text, LineIndex lines) {
    List<Span> found = new ArrayList<>();
    if (hasAny(text)) {
      for (int line = 0; line < lines.count(); line++) {
        collect(text, lines.span(line), found);
      }
    }
    return found;
  }

  public static boolean hasAny(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '\u007F' && isOne(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private static void collect(String text, Span line, List<Span> found) {
    boolean indent = true;
    boolean key = false;
    for (int i = line.start(); i < line.end(); i++) {
      char c = text.charAt(i);
      boolean behindKey = key && i > line.start() && text.charAt(i - 1) == ':';
      if (isOne(c) && (indent || behindKey)) {
        int end = i + 1;
        while (end < line.end() && text.charAt(end) == c) {
          end++;
        }
        found.add(new Span(i, end));
        i = end - 1;
      } else if (behindKey || c == '#') {
        return;
      } else {
        boolean dash = c == '-' && indent;
        indent &= dash || c == ' ' || c == '\t';
        key |= !indent;
      }
    }
  }

  /** Blanks that are no spaces, and chars without width (Unicode categories Zs and Cf). */
  public static boolean isOne(char c) {
    int type = Character.getType(c);
    return c != ' ' && (type == Character.SPACE_SEPARATOR || type == Character.FORMAT);
  }

  /** What such a char is called. */
  static String name(char c) {
    String code = String.format(Locale.ROOT, "U+%04X", (int) c);
    return switch (c) {
      case '\u00A0' -> "a no-break space (" + code + ")";
      case '\u200B' -> "a zero-width space (" + code + ")";
      case '\u3000' -> "an ideographic space (" + code + ")";
      case '\uFEFF' -> "a byte order mark (" + code + ")";
      default -> "the invisible character " + code;
    };
  }
}
