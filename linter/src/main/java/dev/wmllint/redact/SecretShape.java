package dev.wmllint.redact;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What reads as a secret wherever it is written: letters and digits that change as they do in no
 * word, path, version, host or name. Knows nothing of what is around it.
 */
final class SecretShape {
  /** Keys that say whose they are. */
  private static final Pattern PREFIXED =
      Pattern.compile(
          "(?<![A-Za-z0-9])(?:(?:AKIA|ASIA)[A-Z0-9]{12,}|gh[opsru]_\\w{16,}|github_pat_\\w{16,}"
              + "|glpat-[\\w-]{16,}|xox[abops]-[\\w-]{10,}|sk[-_](?:live_|proj-)?\\w{16,}"
              + "|AIza[\\w-]{30,}|hf_\\w{20,}|npm_\\w{30,}|pypi-\\w{30,})");

  /** Digests and commits are written to be read: {@code sha256:}, {@code git checkout}. */
  private static final Pattern DIGEST =
      Pattern.compile("(?i)(?:(?:sha\\d+|md5|checkout|commit|revision|rev)[:=-]?[ \\t]*|\\.git@)$");

  private static final int DIGEST_NAME = 16;

  /** Shorter runs are names of something. */
  private static final int MIN_LENGTH = 10;

  /** From here on the letters of one case are enough. */
  private static final int MIN_LENGTH_OF_ONE_CASE = 16;

  private static final int MIN_HEX = 24;

  /** Of all pairs of chars; words, paths and names of code have fewer odd ones. */
  private static final double LEAST_ODD = 0.42;

  private final String text;

  private SecretShape(String text) {
    this.text = text;
  }

  /** The same but those that are known to be the name of something. */
  static void find(String text, Predicate<String> known, Consumer<Span> found) {
    find(
        text,
        run -> {
          if (!known.test(run.of(text))) {
            found.accept(run);
          }
        });
  }

  /** Finds all of them in a text, in time that grows with its length. */
  static void find(String text, Consumer<Span> found) {
    if (text.length() >= MIN_LENGTH) {
      new SecretShape(text).find(found);
    }
  }

  /**
   * Whether a text holds none, and is nothing but words: what may be between a template's brackets.
   */
  static boolean isWords(String text) {
    int at = 0;
    while (at < text.length()) {
      int end = at;
      boolean digit = false;
      while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
        digit |= Character.isDigit(text.charAt(end));
        end++;
      }
      if ((digit && end - at > 4) || isSecret(text.substring(at, end))) {
        return false;
      }
      at = end + 1;
    }
    return true;
  }

  private static boolean isSecret(String word) {
    return Run.of(word, 0, word.length()).isRandom();
  }

  private void find(Consumer<Span> found) {
    int at = 0;
    while (at < text.length()) {
      if (!isAlphanumeric(text.charAt(at))) {
        at++;
        continue;
      }
      int end = at;
      while (end < text.length() && isOfRun(text.charAt(end))) {
        end++;
      }
      run(at, end, found);
      at = end;
    }
  }

  /** Letters and digits with what base64 has between them: as a whole, or else part by part. */
  private void run(int start, int end, Consumer<Span> found) {
    if (end - start < MIN_LENGTH) {
      return;
    }
    Matcher prefixed = PREFIXED.matcher(text).region(start, end).useTransparentBounds(true);
    while (prefixed.find()) {
      found.accept(new Span(prefixed.start(), prefixed.end()));
    }
    List<Span> parts = new ArrayList<>();
    boolean plain = true;
    for (int at = start; at < end; at++) {
      int to = at;
      while (to < end && isAlphanumeric(text.charAt(to))) {
        to++;
      }
      Run part = Run.of(text, at, to);
      if (part.isRandom() || (part.isLongHex() && !isDigest(at))) {
        parts.add(new Span(at, to));
      } else {
        plain &= part.isPlain();
      }
      at = to;
    }
    // In a path, the names around a secret tell where it is, and nothing of it.
    boolean named = plain && !parts.isEmpty();
    if (!named && Run.of(text, start, end).isBase64()) {
      int padded = end;
      while (padded < text.length() && text.charAt(padded) == '=') {
        padded++;
      }
      found.accept(new Span(start, padded));
    } else {
      parts.forEach(found);
    }
  }

  private boolean isDigest(int at) {
    return DIGEST.matcher(text).region(Math.max(0, at - DIGEST_NAME), at).find();
  }

  private static boolean isOfRun(char c) {
    return isAlphanumeric(c) || c == '+' || c == '/' || c == '_' || c == '-';
  }

  private static boolean isAlphanumeric(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * A run of chars.
   *
   * @param length without what is between letters and digits
   * @param between how many chars are neither
   * @param odd how often two chars next to each other are such as words seldom have
   * @param parts how many parts of one kind it has: digits, letters of one case, a capital word
   */
  private record Run(
      int length,
      int between,
      double odd,
      int parts,
      boolean upper,
      boolean lower,
      boolean digit,
      boolean hex) {

    /** A change between letters and digits, or to a capital, is common in names of code. */
    private static final double CHANGE = 0.7;

    private static final double NUMBER = 0.3;

    /** The letters that often follow a letter in English and in names of code, from a to z. */
    private static final String[] FOLLOWERS = {
      "bcdgiklmnprstuvwy", "aeijlorsu", "acehiklorstu", "adeilorsu",
      "abcdefgilmnopqrstvwxy", "aefilorsu", "aehilnorsu", "aeio",
      "abcdefglmnoprstvxz", "", "eis", "adeilostuy",
      "abeimopsu", "acdefgiklnopstuv", "abcdfgiklmnoprstuvw", "aeiloprstuy",
      "u", "acdefgiklmnoprstuy", "acehilmopstuy", "acdefhilmoprstuy",
      "abcefilmnprst", "aei", "aeiors", "eipt",
      "pst", "e",
    };

    static Run of(String text, int start, int end) {
      int between = 0;
      double odd = 0;
      int parts = 0;
      boolean upper = false;
      boolean lower = false;
      boolean digit = false;
      boolean hex = true;
      char last = 0;
      for (int i = start; i < end; i++) {
        char c = text.charAt(i);
        if (!isAlphanumeric(c)) {
          between++;
          last = 0;
          continue;
        }
        upper |= c >= 'A' && c <= 'Z';
        lower |= c >= 'a' && c <= 'z';
        digit |= isDigit(c);
        hex &= Character.digit(c, 16) >= 0;
        parts += last == 0 || isChange(last, c) ? 1 : 0;
        odd += last == 0 ? 0 : oddness(last, c);
        last = c;
      }
      int length = end - start - between;
      return new Run(length, between, odd, parts, upper, lower, digit, hex && upper != lower);
    }

    private static boolean isChange(char a, char b) {
      boolean capital = isLower(a) && isUpper(b);
      return capital || isDigit(a) != isDigit(b);
    }

    private static double oddness(char a, char b) {
      if (isDigit(a) && isDigit(b)) {
        return NUMBER;
      }
      if (isChange(a, b)) {
        return CHANGE;
      }
      String followers = FOLLOWERS[Character.toLowerCase(a) - 'a'];
      return followers.indexOf(Character.toLowerCase(b)) >= 0 ? 0 : 1;
    }

    private static boolean isUpper(char c) {
      return c >= 'A' && c <= 'Z';
    }

    private static boolean isLower(char c) {
      return c >= 'a' && c <= 'z';
    }

    private boolean isMixed() {
      return upper && lower && digit;
    }

    /** Whether it changes as random letters and digits do. */
    boolean isRandom() {
      int least = isMixed() ? MIN_LENGTH : MIN_LENGTH_OF_ONE_CASE;
      boolean changes = (upper && lower) || (digit && !hex && upper != lower);
      return changes && length >= least && isOdd();
    }

    private boolean isOdd() {
      return odd > LEAST_ODD * (length - 1);
    }

    /** Whether it is a word in small letters, or a number, or one and the other. */
    boolean isPlain() {
      return parts <= 2 && !upper;
    }

    boolean isLongHex() {
      return hex && digit && length >= MIN_HEX;
    }

    /** The same with a few chars between, as base64 has them and names have more. */
    boolean isBase64() {
      return isMixed()
          && length >= MIN_LENGTH_OF_ONE_CASE
          && between * 8 <= length
          && odd > LEAST_ODD * (length - 1 - 2 * between);
    }
  }
}
