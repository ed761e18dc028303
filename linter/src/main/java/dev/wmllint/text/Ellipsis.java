package dev.wmllint.text;

/** Cuts what is too long for a line of a message. */
public final class Ellipsis {
  /** In UTF-16 units. More is no help: the place is underlined anyway. */
  private static final int MAX_LENGTH = 60;

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private Ellipsis() {}

  /** At most 60 UTF-16 units and an ellipsis; what a reader sees as one character stays whole. */
  public static String cut(String text) {
    if (text.length() <= MAX_LENGTH) {
      return text;
    }
    int end = MAX_LENGTH;
    while (end > 0 && !isBoundary(text, end)) {
      end--;
    }
    return text.substring(0, end > 0 ? end : MAX_LENGTH) + "…";
  }

  /** Whether a new character begins at an offset, near enough to Unicode's UAX #29. */
  private static boolean isBoundary(String text, int offset) {
    if (Character.isLowSurrogate(text.charAt(offset))) {
      return false;
    }
    int before = text.codePointBefore(offset);
    int after = text.codePointAt(offset);
    boolean halfOfFlag = isRegionalIndicator(before) && isRegionalIndicator(after);
    return before != ZERO_WIDTH_JOINER && !extendsCharacter(after) && !halfOfFlag;
  }

  /** Combining marks, variation selectors, joiners and the skin colours of emoji. */
  private static boolean extendsCharacter(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || c == ZERO_WIDTH_JOINER
        || (c >= 0x1F3FB && c <= 0x1F3FF);
  }

  private static boolean isRegionalIndicator(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }
}
