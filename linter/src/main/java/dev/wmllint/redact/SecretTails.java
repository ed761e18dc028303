package dev.wmllint.redact;

import dev.wmllint.manifest.Placeholder;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.lines.Chars;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rest of a line after a credential's key. A password may begin with what YAML takes for a
 * comment, an anchor, a tag or a separator: who typed it meant all of it.
 */
final class SecretTails {
  static final String NAME = "[\\p{L}_][\\p{L}\\p{M}\\p{N}_.-]{0,63}+";

  /** A key at a line's start, or after a bracket or a comma. */
  private static final Pattern KEY =
      Pattern.compile(
          "(?:^[ \\t]*+(?:[-?{\\[,][ \\t]*+)*+|[{\\[,][ \\t]*+)[\"']?(" + NAME + ")[\"']?[ \\t]*+:",
          Pattern.MULTILINE);

  private static final Pattern NEXT_KEY =
      Pattern.compile(",[ \\t]*+[\"']?(" + NAME + ")[\"']?[ \\t]*+:");

  private static final Pattern WORD_ALONE =
      Pattern.compile("[ \\t]*+[\"']?(" + NAME + ")[\"']?[ \\t]*+(?=[,}#]|$)", Pattern.MULTILINE);

  private static final Pattern BLOCK_HEADER = Pattern.compile("[|>][-+1-9]{0,2}[ \\t]*+(?=#|$)");

  /** Words alone, such as "fill in": what no secret looks like. */
  private static final Pattern HINT = Pattern.compile("#++[ \\t]*+[A-Za-z]?[a-z ,.'()-]*+");

  private static final Pattern NO_TOKEN = Pattern.compile("[\\s,:{}\\[\\]\"'&*#!|>%@`?]++");

  private static final String INDICATORS = "&*!|>%@`?-:,#}]\"'";

  /** Longer values are no placeholders, and longer rests are not looked for part by part. */
  private static final int MAX_READ = 256;

  private static final ConnectionKeys KEYS = ConnectionKeys.builtIn();

  /** What begins a mapping or a list, and not a password with a bracket. */
  private static final Pattern COLLECTION =
      Pattern.compile("[{\\[][ \\t{\\[]*+(?:[\"']?" + NAME + "[\"']?[ \\t]*+:|[\"'}\\]]|#|$)");

  private final ManifestDocument document;
  private final String text;
  private final LineIndex lines;
  private final Secrets found;

  /** Offsets after the colons. */
  private final TreeSet<Integer> starts = new TreeSet<>();

  SecretTails(ManifestDocument document, Secrets found) {
    this.document = document;
    this.text = document.text();
    this.lines = document.lines();
    this.found = found;
  }

  /** Adds a key by where it ends: after its last char or quote. */
  void after(int key) {
    int colon = Chars.skipSpaces(text, key, text.length());
    if (colon < text.length() && text.charAt(colon) == ':') {
      starts.add(colon + 1);
    }
  }

  /** Finds the rests of all lines, each of which is read but once. */
  void find() {
    Matcher key = KEY.matcher(text).useAnchoringBounds(false);
    for (int at = 0; at < text.length(); at++) {
      if (mayBeginKey(at) && key.region(at, text.length()).lookingAt()) {
        if (KEYS.isCredential(key.group(1)) && !isOwnName(key.group(1), key.end())) {
          starts.add(key.end());
        }
        at = key.end() - 1;
      }
    }
    int done = 0;
    for (int start : starts) {
      if (start >= done) {
        int line = lines.lineOf(start);
        int end = Math.max(start, lines.endOf(line));
        done = Math.max(done, tail(Chars.skipSpaces(text, start, end), end, lines.startOf(line)));
      }
    }
  }

  /** Whether the value is but the name of its key, and all of its line or of its brackets. */
  private boolean isOwnName(String key, int start) {
    Matcher value = WORD_ALONE.matcher(text).region(start, text.length());
    return value.lookingAt() && Placeholder.isOwnName(key, value.group(1));
  }

  /** Whether {@link #KEY} can match at an offset; the pattern by itself tries at each of them. */
  private boolean mayBeginKey(int at) {
    return at == 0
        || "{[,".indexOf(text.charAt(at)) >= 0
        || "\r\n\u0085\u2028\u2029".indexOf(text.charAt(at - 1)) >= 0;
  }

  /** Masks one rest and says up to where. */
  private int tail(int start, int end, int lineStart) {
    if (start >= end || isCollection(start, end)) {
      return start;
    }
    char first = text.charAt(start);
    if (Chars.isQuote(first)) {
      int close = Chars.closingQuote(text, start, end) + 1;
      if (close > 0 && isEnd(close, end)) {
        boolean shown = isShown(start + 1, close - 1);
        if (!shown) {
          found.add(new Span(start + 1, close - 1));
        }
        comment(Chars.skipSpaces(text, close, end), end, shown && close > start + 2);
        return close;
      }
    }
    Matcher header = BLOCK_HEADER.matcher(text).region(start, end);
    if (header.lookingAt()) {
      comment(header.end(), end, false);
      return end;
    }
    int limit = nextKey(start, end);
    boolean flow = isFlow(lineStart, start);
    int to = flow ? beforeBrackets(start, limit) : limit;
    plain(start, to, flow || INDICATORS.indexOf(first) >= 0);
    return limit;
  }

  private boolean isCollection(int start, int end) {
    return "{[".indexOf(text.charAt(start)) >= 0
        && (!document.isDamaged(new Span(start, end))
            || COLLECTION.matcher(text).region(start, end).lookingAt());
  }

  private void plain(int start, int end, boolean odd) {
    if (isShown(start, end)) {
      return;
    }
    int hash = commentIn(start, end);
    if (hash > start && isShown(start, hash)) {
      comment(hash, end, true);
      return;
    }
    found.add(new Span(start, end));
    if (odd && end - start <= MAX_READ) {
      boolean comment = hash == start;
      NO_TOKEN
          .splitAsStream(text.substring(start, end))
          .filter(token -> token.length() >= SecretWords.MIN_LENGTH)
          .filter(token -> !KEYS.isInKey(token))
          .filter(token -> !comment || token.chars().anyMatch(Character::isDigit))
          .forEach(found::addValue);
    }
  }

  /** Masks a comment; beside a placeholder a few plain words may stay. */
  private void comment(int start, int end, boolean besidePlaceholder) {
    if (start < end && text.charAt(start) == '#') {
      Matcher hint = HINT.matcher(text).region(start, end);
      if (!besidePlaceholder || !hint.matches()) {
        found.add(new Span(start, end));
      }
    }
  }

  /** The {@code #} of a comment after a space or at the start; {@code -1} for none. */
  private int commentIn(int start, int end) {
    if (text.charAt(start) == '#') {
      return start;
    }
    for (int i = start + 1; i < Math.min(end, start + MAX_READ); i++) {
      if (text.charAt(i) == '#' && Chars.isSpace(text.charAt(i - 1))) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a quoted value can end here, and no part of it follows. */
  private boolean isEnd(int at, int end) {
    int i = at;
    boolean closed = false;
    while (i < end && (Chars.isSpace(text.charAt(i)) || "}]".indexOf(text.charAt(i)) >= 0)) {
      closed |= !Chars.isSpace(text.charAt(i));
      i++;
    }
    if (i >= end || (text.charAt(i) == '#' && i > at)) {
      return true;
    }
    if (text.charAt(i) != ',') {
      return false;
    }
    return closed || Chars.skipSpaces(text, i + 1, end) == end || nextKey(i, i, end) == i;
  }

  private int nextKey(int start, int end) {
    return nextKey(start, end, end);
  }

  /** The comma before the next key of the format that stands at or before {@code last}. */
  private int nextKey(int start, int last, int end) {
    Matcher next = NEXT_KEY.matcher(text).region(start, end);
    if (start == last) {
      return next.lookingAt() && KEYS.isPlainly(next.group(1)) ? start : end;
    }
    while (next.find()) {
      if (KEYS.isPlainly(next.group(1))) {
        return next.start();
      }
    }
    return end;
  }

  private boolean isFlow(int lineStart, int start) {
    for (int i = lineStart; i < start && i < lineStart + MAX_READ; i++) {
      if ("{[,".indexOf(text.charAt(i)) >= 0) {
        return true;
      }
    }
    return start - lineStart > MAX_READ;
  }

  private int beforeBrackets(int start, int end) {
    int to = end;
    while (to > start
        && (Chars.isSpace(text.charAt(to - 1)) || ",}]".indexOf(text.charAt(to - 1)) >= 0)) {
      to--;
    }
    return to;
  }

  private boolean isShown(int from, int to) {
    return to - from <= MAX_READ && Shown.isShown(text.substring(from, to));
  }
}
