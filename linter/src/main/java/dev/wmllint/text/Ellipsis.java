package dev.wmllint.text;

/**
 * Cuts text that is too long for a message. What people see as one character stays whole: surrogate
 * pairs, letters with their combining marks, joined emoji, flags.
 */
public final class Ellipsis {
  private static final String MARK = "\u2026";
  private static final int JOINER = 0x200D;

  private Ellipsis() {}

  /** The start of a text, with a mark where its end is missing. */
  public static String atEnd(String text, int maxLength) {
    return text.length() <= maxLength ? text : text.substring(0, boundary(text, maxLength)) + MARK;
  }

  /** The end of a text, with a mark where its start is missing. */
  public static String atStart(String text, int maxLength) {
    if (text.length() <= maxLength) {
      return text;
    }
    int start = text.length() - maxLength;
    while (start < text.length() && !isBoundary(text, start)) {
      start++;
    }
    return MARK + text.substring(start);
  }

  /** Offset of the last character boundary up to {@code at}; of code points where there is none. */
  private static int boundary(String text, int at) {
    int end = at;
    while (end > 0 && !isBoundary(text, end)) {
      end--;
    }
    if (end > 0) {
      return end;
    }
    return isInPair(text, at) ? at - 1 : at;
  }

  private static boolean isInPair(String text, int at) {
    return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  /** The rules of UAX #29 that matter here: GB9, GB9a, GB11 and GB12. */
  private static boolean isBoundary(String text, int at) {
    int before = text.codePointBefore(at);
    int after = text.codePointAt(at);
    boolean insideFlag = isFlagLetter(after) && flagLettersBefore(text, at) % 2 == 1;
    return !isInPair(text, at) && before != JOINER && !extendsCharacter(after) && !insideFlag;
  }

  private static boolean extendsCharacter(int codePoint) {
    int type = Character.getType(codePoint);
    boolean skinTone = codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
    boolean tag = codePoint >= 0xE0020 && codePoint <= 0xE007F;
    return type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || codePoint == JOINER
        || skinTone
        || tag;
  }

  private static boolean isFlagLetter(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static int flagLettersBefore(String text, int at) {
    int count = 0;
    int start = at;
    while (start > 0 && isFlagLetter(text.codePointBefore(start))) {
      start -= 2;
      count++;
    }
    return count;
  }
}
