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

  /** The known word that {@code word} was most likely meant to be. */
  public static Optional<String> of(String word, Collection<String> known) {
    return known.stream()
        .filter(candidate -> isNear(word, candidate))
        .min(Comparator.comparingInt(candidate -> distance(folded(word), folded(candidate))));
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
    if (word.length() > MAX_LENGTH || candidate.length() > MAX_LENGTH || word.isEmpty()) {
      return false;
    }
    String a = folded(word);
    String b = folded(candidate);
    int allowed = b.length() <= 3 ? 1 : b.length() <= 6 ? 2 : 3;
    return distance(a, b) <= Math.min(allowed, Math.max(a.length(), b.length()) - 1);
  }

  /**
   * Number of edits between two words: insert, remove, replace a char, or swap two neighbours
   * (optimal string alignment).
   */
  public static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[b.length()];
  }

  /** Case and separators carry no meaning in a name: {@code projectId} is {@code project_id}. */
  private static String folded(String word) {
    StringBuilder out = new StringBuilder(word.length());
    for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
      if (c != '_' && c != '-' && c != ' ' && c != '.') {
        out.append(c);
      }
    }
    return out.length() == 0 ? word : out.toString();
  }
}
