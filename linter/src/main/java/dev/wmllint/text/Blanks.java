package dev.wmllint.text;

import java.util.Locale;

/**
 * Characters that look like a space, or like nothing, and are no space. They come with text that
 * was copied from a web page or from an office program.
 */
public final class Blanks {
  private static final int NON_JOINER = 0x200C;
  private static final int JOINER = 0x200D;
  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private Blanks() {}

  /**
   * Spaces other than U+0020, line separators and characters without width (Unicode categories Zs,
   * Zl, Zp and Cf).
   */
  public static boolean isInvisible(int codePoint) {
    return codePoint > 0x7F
        && (Character.isSpaceChar(codePoint) || Character.getType(codePoint) == Character.FORMAT);
  }

  /** The same without those that join or part letters and emoji, which belong to their words. */
  public static boolean isOdd(int codePoint) {
    return isInvisible(codePoint) && codePoint != NON_JOINER && codePoint != JOINER;
  }

  /** Whether a text has one. */
  public static boolean hasOdd(String text) {
    return text.codePoints().anyMatch(Blanks::isOdd);
  }

  /** Whether a space was meant by one; else nothing was. */
  public static boolean isSpace(int codePoint) {
    return Character.isSpaceChar(codePoint);
  }

  /** The text as it was meant: with spaces in their place, or nothing. */
  public static String asMeant(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .filter(c -> !isOdd(c) || isSpace(c))
        .forEach(c -> out.appendCodePoint(isOdd(c) ? ' ' : c));
    return out.toString();
  }

  /** What one is called, with its article: {@code a no-break space (U+00A0)}. */
  public static String name(int codePoint) {
    String name =
        codePoint == BYTE_ORDER_MARK
            ? "byte order mark"
            : String.valueOf(Character.getName(codePoint))
                .toLowerCase(Locale.ROOT)
                .replace("zero width", "zero-width");
    String article = "aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ";
    return article + name + String.format(Locale.ROOT, " (U+%04X)", codePoint);
  }
}
