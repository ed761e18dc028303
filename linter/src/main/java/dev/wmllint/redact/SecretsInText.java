package dev.wmllint.redact;

import dev.wmllint.manifest.SecretNames;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.NodeLocator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What looks like a secret in the text itself: in comments, in commands, and in lines that could
 * not be read. Prefers masking too much.
 */
final class SecretsInText {
  /** A key or option and what separates it from its value, which is read for credentials only. */
  private static final Pattern KEY =
      Pattern.compile("(" + SecretTails.NAME + ")([\"']?[ \\t]*+[:=][ \\t]*+|[ \\t]++)");

  /** A line that begins with a key. */
  private static final Pattern KEY_LINE =
      Pattern.compile("[ \\t]*+(?:-[ \\t]++)*+[\"']?(" + SecretTails.NAME + ")");

  private static final Pattern CONNECTION =
      Pattern.compile("[A-Za-z_.-]{3,64}+(?=[\"']?[ \\t]*+:)");

  private static final Pattern USER_INFO = Pattern.compile("://([^/?#\\s\"']*)@");

  private static final Pattern KEY_WITHOUT_COLON = Pattern.compile("[a-z_]++[ \\t=]++");

  private static final ConnectionKeys KEYS = ConnectionKeys.builtIn();

  /** Longer values are no placeholders. */
  private static final int MAX_SHOWN = 256;

  private final ManifestDocument document;
  private final String text;
  private final Secrets found;
  private final SecretTails tails;
  private final Runs plain;
  private final Runs rests;

  private SecretsInText(ManifestDocument document, Secrets found, SecretTails tails) {
    this.tails = tails;
    this.document = document;
    this.text = document.text();
    this.found = found;
    this.plain = new Runs(text, " \t\n\u000B\f\r,}]");
    this.rests = new Runs(text, ",}]\r\n");
  }

  static void collect(ManifestDocument document, Secrets found, SecretTails tails) {
    SecretsInText secrets = new SecretsInText(document, found, tails);
    secrets.userInfo();
    ContinuedSecrets.collect(document, found);
    if (document.isDamaged() || document.root().isEmpty()) {
      secrets.pairs(new Span(0, secrets.text.length()));
      secrets.brokenConnections();
      return;
    }
    document.comments().forEach(comment -> secrets.pairs(comment.span()));
    NodeLocator.scalarsOf(document.root().get()).forEach(secrets::pairs);
  }

  /** User and password in each address: {@code https://user:password@host}. */
  private void userInfo() {
    Matcher matcher = USER_INFO.matcher(text);
    int at = text.indexOf("://");
    while (at >= 0) {
      boolean user = matcher.region(at, text.length()).lookingAt();
      if (user) {
        found.add(new Span(matcher.start(1), matcher.end(1)));
      }
      at = text.indexOf("://", user ? matcher.end() : at + 1);
    }
  }

  private void pairs(Span part) {
    PasswordOptions.in(text, part, found::add);
    // Most values are one word, and a value has a key before it.
    if (part.of(text).chars().noneMatch(c -> " \t:=".indexOf(c) >= 0)) {
      return;
    }
    Matcher matcher = KEY.matcher(text).region(part.start(), part.end());
    while (matcher.find()) {
      if ((isPair(matcher) || isOption(matcher.start(1)) || isKeyOfLine(matcher))
          && SecretNames.isCredential(matcher.group(1))) {
        int end = valueEnd(matcher.end(), part.end());
        if (end > matcher.end()) {
          mask(matcher.end(), end);
        }
      }
      matcher.region(matcher.end(1), part.end());
    }
  }

  private static boolean isPair(Matcher matcher) {
    return matcher.group(2).chars().anyMatch(c -> c == ':' || c == '=');
  }

  /** Where a value ends: at its quote, or before the next separator; at its start for none. */
  private int valueEnd(int start, int limit) {
    if (start >= limit || "#,}]\r\n\f\u000B".indexOf(text.charAt(start)) >= 0) {
      return start;
    }
    char quote = text.charAt(start);
    if (quote != '"' && quote != '\'') {
      return plain.end(start, limit);
    }
    int at = start + 1;
    while (at < limit && text.charAt(at) != '\n' && text.charAt(at) != quote) {
      boolean escape = quote == '"' && text.charAt(at) == '\\' && at + 1 < limit;
      at += escape && text.charAt(at + 1) != '\n' ? 2 : 1;
    }
    return at < limit && text.charAt(at) == quote ? at + 1 : at;
  }

  private boolean isOption(int at) {
    return at > 0 && text.charAt(at - 1) == '-';
  }

  /** A key without its colon: the first word of a line that could not be read. */
  private boolean isKeyOfLine(Matcher matcher) {
    if (!document.isDamaged()) {
      return false;
    }
    LineIndex lines = document.lines();
    Span line = lines.span(lines.lineOf(matcher.start(1)));
    int at = matcher.start(1);
    while (at > line.start() && !Character.isLetter(text.charAt(at - 1))) {
      at--;
    }
    return at == line.start() && document.isDamaged(line);
  }

  private void mask(int start, int end) {
    int from = start;
    int to = end;
    int line = document.lines().lineOf(from);
    int lineEnd = Math.max(from, document.lines().endOf(line));
    char quote = text.charAt(from);
    boolean quoted = quote == '"' || quote == '\'';
    boolean closed = quoted && to - 1 > from && text.charAt(to - 1) == quote;
    if (quoted) {
      from++;
      to = closed ? to - 1 : to;
    } else {
      to = plainEnd(to);
    }
    boolean shown = isShown(from, to) || isShown(from, lineEnd);
    if (document.isDamaged(document.lines().span(line)) && !(closed && isEnd(to + 1, lineEnd))) {
      // Where the value ends cannot be told: all of the line.
      to = Math.max(to, lineEnd);
    }
    if (from < to && !shown) {
      found.add(new Span(from, to));
    }
  }

  private boolean isShown(int from, int to) {
    return to - from <= MAX_SHOWN && Shown.isShown(text.substring(from, to));
  }

  /** Whether a value can end at an offset: a separator or nothing follows. */
  private boolean isEnd(int at, int lineEnd) {
    int i = at;
    while (i < lineEnd && (text.charAt(i) == ' ' || text.charAt(i) == '\t')) {
      i++;
    }
    return i >= lineEnd || ",}]#".indexOf(text.charAt(i)) >= 0;
  }

  private int plainEnd(int at) {
    int end = at;
    while (end < text.length() && "\r\n \t,}]\"'".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  /** Everything under a key like {@code connection}, by indent, where the text is broken. */
  private void brokenConnections() {
    LineIndex lines = document.lines();
    int inside = -1;
    for (int i = 0; i < lines.count(); i++) {
      Span span = lines.span(i);
      String line = span.of(text);
      if (line.isBlank()) {
        continue;
      }
      int indent = indent(line);
      if (inside >= 0 && indent <= inside) {
        inside = -1;
      }
      Matcher matcher = KEY_LINE.matcher(line);
      boolean key = matcher.lookingAt();
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
      int start = indent(line);
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
        boolean quoted = "\"'".indexOf(text.charAt(next)) >= 0;
        tails.behind(next + (quoted ? 1 : 0));
      }
      int valueEnd = isPair(matcher) ? valueEnd(from, end) : from;
      if (valueEnd > from && "{[".indexOf(text.charAt(from)) < 0) {
        if (!KEYS.isShown(matcher.group(1))) {
          boolean quoted = "\"'".indexOf(text.charAt(from)) >= 0;
          // A plain value goes on to a comma, a bracket or the end of the line.
          mask(from, quoted ? valueEnd : rests.end(from, end));
        }
        next = valueEnd;
      }
      matcher.region(Math.min(next, end), end);
    }
  }

  private static int indent(String line) {
    int at = 0;
    while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }
}
