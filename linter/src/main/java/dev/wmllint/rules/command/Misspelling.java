package dev.wmllint.rules.command;

import dev.wmllint.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a variable's name is another one with a slip of the fingers in it. LIB_DIR and JOB_DIR
 * share letters with LOG_DIR, and are words of their own.
 */
final class Misspelling {
  /** Shorter names are near to anything. */
  private static final int MIN_LENGTH = 4;

  /** In longer words two slips leave no other word. */
  private static final int LONG_WORD = 8;

  /** One letter away from a word of the service's names, and words themselves. */
  private static final Set<String> WORDS = Set.of("MODE", "DATE", "META", "COUNTY", "LEARNED");

  private static final List<String> KEYBOARD = List.of("QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM");

  private Misspelling() {}

  static boolean isOf(String name, String meant) {
    if (name.length() < MIN_LENGTH) {
      return false;
    }
    String written = name.replace("_", "");
    String folded = meant.replace("_", "");
    if (written.equalsIgnoreCase(folded)) {
      return true;
    }
    // In small letters and short they are names of the user's own.
    List<String> parts = List.of(name.split("_+"));
    return name.equals(name.toUpperCase(Locale.ROOT))
        && parts.stream().noneMatch(WORDS::contains)
        && (isShortened(name, meant)
            || (written.length() > MIN_LENGTH && isSlip(written, folded))
            || isSlipInLongWord(parts, List.of(meant.split("_"))));
  }

  /** An end that is missing: DATA for DATA_DIR, TRAIN_ID for TRAINING_ID; or an S that is not. */
  private static boolean isShortened(String name, String meant) {
    List<String> written = List.of(name.split("_", -1));
    List<String> whole = List.of(meant.split("_", -1));
    for (int i = 0; i < written.size(); i++) {
      String part = written.get(i).replaceFirst("S$", "");
      boolean known = part.length() >= MIN_LENGTH || whole.contains(part);
      if (!known || i >= whole.size() || !whole.get(i).startsWith(part)) {
        return false;
      }
    }
    return Nearest.isNear(name, meant);
  }

  /** One letter left out, typed twice, hit beside its key, or swapped with its neighbour. */
  private static boolean isSlip(String written, String meant) {
    int start = 0;
    int shorter = Math.min(written.length(), meant.length());
    while (start < shorter && written.charAt(start) == meant.charAt(start)) {
      start++;
    }
    String rest = written.substring(start);
    String wanted = meant.substring(start);
    if (written.length() + 1 == meant.length()) {
      return rest.equals(wanted.substring(1));
    }
    if (written.length() == meant.length() + 1) {
      char more = rest.charAt(0);
      boolean twice = start > 0 && isNear(more, written.charAt(start - 1));
      boolean beside = rest.length() > 1 && isNear(more, rest.charAt(1));
      return rest.substring(1).equals(wanted) && (twice || beside);
    }
    if (written.length() != meant.length() || rest.length() < 2) {
      return rest.length() == 1 && wanted.length() == 1 && isNear(rest.charAt(0), wanted.charAt(0));
    }
    boolean swapped =
        rest.charAt(0) == wanted.charAt(1)
            && rest.charAt(1) == wanted.charAt(0)
            && rest.substring(2).equals(wanted.substring(2));
    return swapped
        || (isNear(rest.charAt(0), wanted.charAt(0))
            && rest.substring(1).equals(wanted.substring(1)));
  }

  /** Whether both are on one key or on neighbouring ones. */
  private static boolean isNear(char a, char b) {
    for (int row = 0; row < KEYBOARD.size(); row++) {
      int at = KEYBOARD.get(row).indexOf(a);
      for (int other = Math.max(0, row - 1); at >= 0 && other <= row + 1; other++) {
        int near = other < KEYBOARD.size() ? KEYBOARD.get(other).indexOf(b) : -1;
        int shift = (near - at) * (other < row ? -1 : 1);
        boolean beside = other == row ? Math.abs(near - at) <= 1 : shift == 0 || shift == -1;
        if (near >= 0 && beside) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isSlipInLongWord(List<String> written, List<String> meant) {
    int different = 0;
    for (int i = 0; i < meant.size() && written.size() == meant.size(); i++) {
      String part = meant.get(i);
      if (!written.get(i).equals(part)) {
        different++;
        if (part.length() < LONG_WORD
            || !written.get(i).startsWith(part.substring(0, 1))
            || Nearest.distance(written.get(i), part) > 2) {
          return false;
        }
      }
    }
    return different == 1;
  }
}
