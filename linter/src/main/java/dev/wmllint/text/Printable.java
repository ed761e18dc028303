package dev.wmllint.text;

import java.util.Locale;

/** Text as a terminal may get it: nothing in a file can move the cursor or set colours. */
public final class Printable {
  private Printable() {}

  /** Control and direction characters and line ends become U+FFFD; a tab becomes one space. */
  public static String line(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t') {
        out.append(' ');
      } else {
        out.append(Character.isISOControl(c) || isLayout(c) ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  /** Line ends of Unicode, and what turns the direction of the text around (UAX #9). */
  private static boolean isLayout(char c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** The text with an escape in the place of each invisible character: {@code \\u200b}. */
  public static String visible(String text) {
    if (!Blanks.hasOdd(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Blanks.isOdd(c)) {
                out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** The text without its invisible characters. */
  public static String withoutUnseen(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(c -> !Blanks.isOdd(c)).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Number of terminal cells of a text: two for wide characters, none for combining ones. */
  public static int cells(String text) {
    return text.codePoints().map(Printable::cells).sum();
  }

  public static int cells(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** The wide blocks of Unicode's East Asian Width (UAX #11), and the emoji. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
