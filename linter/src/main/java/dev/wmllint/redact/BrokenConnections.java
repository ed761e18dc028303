package dev.wmllint.redact;

import dev.wmllint.manifest.SecretNames;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.lines.Chars;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values under a key like {@code connection}, line by line, in text that could not be read.
 * Prefers masking too much.
 */
final class BrokenConnections {
  /** A key or option and what separates it from its value, which is read for credentials only. */
  private static final Pattern KEY =
      Pattern.compile("(" + SecretTails.NAME + ")([\"']?[ \\t]*+[:=][ \\t]*+|[ \\t]++)");

  /** A line that begins with a key. */
  private static final Pattern KEY_LINE =
      Pattern.compile("[ \\t]*+(?:-[ \\t]++)*+[\"']?(" + SecretTails.NAME + ")");

  private static final Pattern CONNECTION =
      Pattern.compile("[A-Za-z_.-]{3,64}+(?=[\"']?[ \\t]*+:)");

  private static final Pattern KEY_WITHOUT_COLON = Pattern.compile("[a-z_]++[ \\t=]++");

  private static final ConnectionKeys KEYS = ConnectionKeys.builtIn();

  private final ManifestDocument document;
  private final String text;
  private final Secrets found;
  private final SecretTails tails;
  private final SecretPairs pairs;

  private BrokenConnections(
      ManifestDocument document, Secrets found, SecretTails tails, SecretPairs pairs) {
    this.tails = tails;
    this.document = document;
    this.text = document.text();
    this.found = found;
    this.pairs = pairs;
  }

  static void collect(
      ManifestDocument document, Secrets found, SecretTails tails, SecretPairs pairs) {
    if (document.isDamaged() || document.root().isEmpty()) {
      new BrokenConnections(document, found, tails, pairs).lines();
    }
  }

  private static boolean isPair(Matcher matcher) {
    return matcher.group(2).chars().anyMatch(c -> c == ':' || c == '=');
  }

  private void lines() {
    LineIndex lines = document.lines();
    int inside = -1;
    for (int i = 0; i < lines.count(); i++) {
      Span span = lines.span(i);
      String line = span.of(text);
      if (line.isBlank()) {
        continue;
      }
      int indent = Chars.skipSpaces(line, 0, line.length());
      Matcher matcher = KEY_LINE.matcher(line);
      boolean key = matcher.lookingAt();
      if (inside >= 0 && indent <= inside && isOver(indent, key ? matcher.group(1) : "")) {
        inside = -1;
      }
      if (inside >= 0) {
        insideConnection(span, line, matcher, key);
      } else {
        int connection = connectionIn(line);
        if (connection >= 0) {
          inside = line.stripLeading().startsWith("{") ? -1 : connection;
          values(span.start() + connection, span.end());
        }
      }
    }
  }

  /** Whether a key that is no deeper than the connection's is none of its own, but out of place. */
  private static boolean isOver(int indent, String key) {
    return indent == 0 || key.isEmpty() || KEYS.isOutside(key);
  }

  /** Offset of a key like {@code connection} in a line, or -1. */
  private static int connectionIn(String line) {
    Matcher word = CONNECTION.matcher(line);
    while (word.find()) {
      if (SecretNames.isConnection(word.group())) {
        return word.start();
      }
    }
    return -1;
  }

  private void insideConnection(Span span, String line, Matcher matcher, boolean key) {
    if (line.indexOf(':') < 0 || !key) {
      int start = Chars.skipSpaces(line, 0, line.length());
      while (start < line.length() && "-\"' ".indexOf(line.charAt(start)) >= 0) {
        start++;
      }
      Matcher word = KEY_WITHOUT_COLON.matcher(line).region(start, line.length());
      int from = word.lookingAt() ? word.end() : start;
      String rest = line.substring(from).strip();
      if (!rest.isEmpty() && !rest.matches("[a-z_]{1,24}") && !Shown.isShown(rest)) {
        found.add(new Span(span.start() + from, span.end()));
      }
      return;
    }
    values(span.start() + Math.max(0, matcher.start(1)), span.end());
  }

  /** Masks the values of all keys between two offsets but those that are shown. */
  private void values(int start, int end) {
    Matcher matcher = KEY.matcher(text).region(start, end);
    while (matcher.find()) {
      int from = matcher.end();
      int next = matcher.end(1);
      boolean connection = SecretNames.isConnection(matcher.group(1));
      if (isPair(matcher) && !connection && !KEYS.isShown(matcher.group(1))) {
        tails.after(next + (Chars.isQuote(text.charAt(next)) ? 1 : 0));
      }
      boolean value = isPair(matcher) && from < end && "{[#,}]".indexOf(text.charAt(from)) < 0;
      if (value) {
        next = KEYS.isShown(matcher.group(1)) ? pairs.end(from, end) : pairs.rest(from, end);
      }
      matcher.region(Math.min(next, end), end);
    }
  }
}
