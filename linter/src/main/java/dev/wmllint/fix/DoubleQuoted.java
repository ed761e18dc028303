package dev.wmllint.fix;

import java.util.Locale;

/**
 * Text in double quotes, as YAML and JSON both read it: only escapes that both know are used
 * (chapter 5.7 of YAML 1.2, section 7 of RFC 8259).
 */
public final class DoubleQuoted {
  private DoubleQuoted() {}

  /** A value in double quotes, on one line whatever it holds. */
  public static String of(String value) {
    StringBuilder out = new StringBuilder(value.length() + 2).append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"', '\\' -> out.append('\\').append(c);
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> out.append(needsEscape(c) ? String.format(Locale.ROOT, "\\u%04X", (int) c) : c);
      }
    }
    return out.append('"').toString();
  }

  /** Control characters, YAML 1.1's other line ends, and what YAML does not count as printable. */
  private static boolean needsEscape(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || c == '\uFEFF'
        || c >= '\uFFFE';
  }
}
