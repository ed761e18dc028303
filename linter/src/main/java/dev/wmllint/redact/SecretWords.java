package dev.wmllint.redact;

import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Finds secrets in any text, however many there are: in time that grows with the text alone. Where
 * it would have to compare too much it takes more for a secret than is one.
 */
final class SecretWords {
  /** Shorter secrets are masked where they stand, but not wherever their letters occur. */
  static final int MIN_LENGTH = 6;

  /** As much as messages quote, so that a secret which is quoted in part is found, too. */
  private static final int MAX_COMPARED = 60;

  /** Messages put several lines on one. */
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private final Map<String, NavigableSet<Integer>> lengths = new HashMap<>();

  /** The compared part of each secret → the length of the longest that begins with it. */
  private final Map<String, Integer> heads = new HashMap<>();

  /** Those that are too short, which count only as words of their own. */
  private final Set<String> shorts = new HashSet<>();

  // The first and the second chars of the secrets, as bits; some chars share one.
  private long firsts;
  private long seconds;

  /** What looks like a secret and is the name of something. */
  private final Predicate<String> known;

  SecretWords(Collection<String> secrets, Predicate<String> known) {
    this.known = known;
    for (String secret : secrets) {
      if (secret.length() < MIN_LENGTH && secret.chars().anyMatch(Character::isLetterOrDigit)) {
        shorts.add(secret);
      }
      add(secret);
      add(BLANKS.matcher(secret).replaceAll(" "));
    }
  }

  private void add(String secret) {
    if (secret.length() >= MIN_LENGTH) {
      String head = secret.substring(0, Math.min(secret.length(), MAX_COMPARED));
      firsts |= 1L << secret.charAt(0);
      seconds |= 1L << secret.charAt(1);
      heads.merge(head, secret.length(), Math::max);
      lengths
          .computeIfAbsent(
              head.substring(0, MIN_LENGTH), key -> new TreeSet<>(Collections.reverseOrder()))
          .add(head.length());
    }
  }

  boolean isEmpty() {
    return heads.isEmpty();
  }

  /** Finds each place that holds a secret; the places may overlap. */
  void find(String text, Consumer<Span> found) {
    for (int at = 0; !isEmpty() && at + MIN_LENGTH <= text.length(); at++) {
      if (mayBegin(text, at)) {
        NavigableSet<Integer> candidates = lengths.get(text.substring(at, at + MIN_LENGTH));
        if (candidates != null) {
          longest(text, at, candidates, found);
        }
      }
    }
  }

  /**
   * Finds the secrets that {@link #find} takes for too short, where they are words of their own.
   * For two versions of a text only, in which a value may have moved.
   */
  void findShort(String text, Consumer<Span> found) {
    for (int at = 0; !shorts.isEmpty() && at < text.length(); at++) {
      int longest = Math.min(MIN_LENGTH - 1, text.length() - at);
      for (int length = longest; length > 0; length--) {
        Span span = new Span(at, at + length);
        if (isWord(span, text) && shorts.contains(span.of(text))) {
          found.accept(span);
        }
      }
    }
  }

  private static boolean isWord(Span span, String text) {
    boolean goesOn =
        span.end() < text.length()
            && isWordChar(text.charAt(span.end() - 1))
            && isWordChar(text.charAt(span.end()));
    boolean begins =
        span.start() == 0
            || !isWordChar(text.charAt(span.start()))
            || !isWordChar(text.charAt(span.start() - 1));
    return begins && !goesOn;
  }

  private static boolean isWordChar(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /**
   * A text with every secret in it masked, and with all that looks like one: what is read may be
   * written with escapes.
   *
   * @param stays whether a part of the text stays, although a secret is spelt alike
   */
  String mask(String text, Predicate<Span> stays) {
    List<Span> parts = new ArrayList<>();
    find(
        text,
        span -> {
          if (!stays.test(span)) {
            parts.add(span);
          }
        });
    SecretShape.find(text, known, parts::add);
    if (parts.isEmpty()) {
      return text;
    }
    Secrets found = new Secrets(text);
    parts.forEach(found::add);
    StringBuilder out = new StringBuilder();
    int at = 0;
    for (Span secret : found.spans()) {
      out.append(text, at, secret.start()).append(Redactor.MASK);
      at = secret.end();
    }
    return out.append(text, at, text.length()).toString();
  }

  /** Whether a secret may begin at an offset, as far as two chars tell: at most it cannot. */
  private boolean mayBegin(String text, int at) {
    return (firsts >>> text.charAt(at) & seconds >>> text.charAt(at + 1) & 1) != 0;
  }

  private void longest(
      String text, int at, NavigableSet<Integer> candidates, Consumer<Span> found) {
    for (int length : candidates) {
      int end = at + length;
      Integer whole = end <= text.length() ? heads.get(text.substring(at, end)) : null;
      if (whole != null) {
        boolean cut = end < text.length() && text.charAt(end) == '\u2026';
        found.accept(new Span(at, cut ? end : Math.min(text.length(), at + whole)));
        return;
      }
    }
  }
}
