package dev.wmllint.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Guesses which of the known words a misspelt one was meant to be. */
public final class Nearest {
  /** Longer words than this are no names, and not worth comparing. */
  private static final int MAX_LENGTH = 64;

  private Nearest() {}

  /** The known word that {@code word} was most likely meant to be; of equals the first. */
  public static Optional<String> of(String word, Collection<String> known) {
    if (!isComparable(word)) {
      return Optional.empty();
    }
    String wanted = folded(word);
    Optional<String> nearest = Optional.empty();
    int least = Integer.MAX_VALUE;
    for (String candidate : known) {
      int distance = distanceIfNear(wanted, candidate);
      if (distance < least) {
        least = distance;
        nearest = Optional.of(candidate);
      }
    }
    return nearest;
  }

  /** The half sentence with it for the end of a message; empty where no known word is near. */
  public static String didYouMean(String word, Collection<String> known) {
    return of(word, known).map(Nearest::didYouMean).orElse("");
  }

  /** The half sentence with a word that was most likely meant, for the end of a message. */
  public static String didYouMean(String meant) {
    return "; did you mean '" + meant + "'?";
  }

  /** The {@code count} known words most like {@code word}, the most alike first. */
  public static List<String> most(String word, Collection<String> known, int count) {
    String wanted = folded(word.length() > MAX_LENGTH ? word.substring(0, MAX_LENGTH) : word);
    return known.stream()
        .sorted(Comparator.comparingInt(candidate -> distance(wanted, folded(candidate))))
        .limit(count)
        .toList();
  }

  /** Whether few enough edits lie between both: none but case and separators, or up to a third. */
  public static boolean isNear(String word, String candidate) {
    return isComparable(word) && distanceIfNear(folded(word), candidate) < Integer.MAX_VALUE;
  }

  private static boolean isComparable(String word) {
    return !word.isEmpty() && word.length() <= MAX_LENGTH;
  }

  /**
   * The distance between a folded word and a known one; the greatest number where it is too far.
   */
  private static int distanceIfNear(String a, String candidate) {
    if (candidate.length() > MAX_LENGTH) {
      return Integer.MAX_VALUE;
    }
    String b = folded(candidate);
    int most = b.length() <= 3 ? 1 : b.length() <= 6 ? 2 : 3;
    int allowed = Math.min(most, Math.max(a.length(), b.length()) - 1);
    // Each char that one word has more is an edit, and so is each that the other has not: most
    // words need no closer look.
    if (Math.abs(a.length() - b.length()) > allowed || lacking(a, b) > allowed) {
      return Integer.MAX_VALUE;
    }
    int distance = distance(a, b, allowed);
    return distance <= allowed ? distance : Integer.MAX_VALUE;
  }

  /** How many different chars one of the words has and the other lacks; at least so many. */
  private static int lacking(String a, String b) {
    long ofA = chars(a);
    long ofB = chars(b);
    return Math.max(Long.bitCount(ofA & ~ofB), Long.bitCount(ofB & ~ofA));
  }

  /** A bit for each char that occurs; some chars share one. */
  private static long chars(String word) {
    long chars = 0;
    for (int i = 0; i < word.length(); i++) {
      chars |= 1L << word.charAt(i);
    }
    return chars;
  }

  /**
   * Number of edits between two words: insert, remove, replace a char, or swap two neighbours
   * (optimal string alignment).
   */
  public static int distance(String a, String b) {
    return distance(a, b, Integer.MAX_VALUE);
  }

  /** The same, or any greater number than {@code most} where it is greater. */
  private static int distance(String a, String b, int most) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    int leastOfLast = 0;
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      // Each row but by a swap comes from the one before: what both are beyond stays so.
      if (least > most && leastOfLast > most) {
        return least;
      }
      leastOfLast = least;
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }

  /** Case and separators carry no meaning in a name: {@code projectId} is {@code project_id}. */
  private static String folded(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    char[] out = new char[lower.length()];
    int length = 0;
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c != '_' && c != '-' && c != ' ' && c != '.') {
        out[length++] = c;
      }
    }
    return length == 0 ? word : new String(out, 0, length);
  }
}
