package dev.wmllint.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text that is too long for a message. What people see as one character stays whole: surrogate
 * pairs, letters with their combining marks, joined emoji, flags.
 */
public final class Ellipsis {
  private static final String MARK = "\u2026";

  /** An extended grapheme cluster (UAX #29). */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  private Ellipsis() {}

  /** The start of a text, with a mark where its end is missing. */
  public static String atEnd(String text, int maxLength) {
    return text.length() <= maxLength ? text : text.substring(0, boundary(text, maxLength)) + MARK;
  }

  /** Offset of the last character boundary up to {@code at}; of code points where there is none. */
  private static int boundary(String text, int at) {
    Matcher character = CHARACTER.matcher(text);
    int end = 0;
    while (character.find() && character.end() <= at) {
      end = character.end();
    }
    if (end > 0) {
      return end;
    }
    return Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)) ? at - 1 : at;
  }
}
