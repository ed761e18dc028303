package dev.wmllint.redact;

import dev.wmllint.manifest.Placeholder;
import dev.wmllint.manifest.SecretNames;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.lines.Chars;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets by the word before them, in the text as it is written: after a name like {@code
 * password}, an option, a header, or a user and a colon. Reads words and what parts them, through
 * quotes in quotes and over the ends of lines, and needs no text that a parser can read.
 */
final class SecretPairs {
  private static final Pattern NAME = Pattern.compile(SecretTails.NAME);

  /** {@code user:password@host}; a port and a digest are no passwords. */
  private static final Pattern USER_AT_HOST =
      Pattern.compile(
          "(?<![\\w.+:/@-])(?!mailto:|e?mail:|author:)[\\w.+-]{1,64}+:"
              + "(?!\\d{1,5}+/|//|\\\\/)([^\\s:@\"'`]{1,256}+)@(?!sha\\d)(?=\\w)");

  /** What says how a credential in a header is to be read. */
  private static final Set<String> SCHEMES =
      Set.of("bearer", "basic", "token", "digest", "apikey", "key", "negotiate", "oauth");

  /** Words of a sentence between a name and its value. */
  private static final Set<String> IS = Set.of("is", "was", "are", "to", "as", "ist", "est");

  /** After these the next words are a name and its value, without a sign between. */
  private static final Set<String> SETS = Set.of("set", "config", "add", "global", "local");

  private static final Set<String> USER_OPTIONS = Set.of("u", "user", "userpwd", "proxy-user");

  private static final Pattern NAME_OF_FILE =
      Pattern.compile(".*\\.(?:py|sh|json|ya?ml|txt|csv|zip|md)");

  private static final Pattern NUMBERS = Pattern.compile("[\\d:]+");

  private static final String QUOTES = "\"'\\";

  /** As far as the parts of an address are looked at. */
  private static final int MAX_ADDRESS = 4096;

  /** Longer values are no placeholders. */
  private static final int MAX_SHOWN = 256;

  private final ManifestDocument document;
  private final String text;
  private final Secrets found;
  private final Runs plain;
  private final Runs rests;

  /**
   * The line that was last looked at for a comment, and where one begins, or else the line's end.
   */
  private int lineOfHash = -1;

  private int hash;

  SecretPairs(ManifestDocument document, Secrets found) {
    this.document = document;
    this.text = document.text();
    this.found = found;
    this.plain = new Runs(text, " \t\n\u000B\f\r,}]\"'`");
    this.rests = new Runs(text, ",}]\r\n");
  }

  void find() {
    names();
    addresses();
    PasswordOptions.in(text, new Span(0, text.length()), found::add);
  }

  /** Where a value ends that begins at an offset. */
  int end(int at, int limit) {
    return Math.min(limit, valueEnd(at));
  }

  /**
   * Masks a value of which a comma, a bracket or the end of the line is the end; says where that
   * is.
   */
  int rest(int at, int limit) {
    boolean quoted = Chars.isQuote(text.charAt(at));
    int end = quoted ? end(at, limit) : rests.end(at, limit);
    add(quoted ? at + 1 : at, end);
    return end;
  }

  private void names() {
    Matcher name = NAME.matcher(text);
    String before = "";
    while (name.find()) {
      int start = name.start();
      boolean option = start > 0 && text.charAt(start - 1) == '-';
      if (option && USER_OPTIONS.contains(name.group())) {
        if (!before.equals("id")) {
          user(afterOption(name.end()));
        }
      } else if (option && isUserAtOnce(name.group(), name.end())) {
        user(start + 1);
      } else {
        name(name.group(), start, name.end(), option, SETS.contains(before));
      }
      before = name.group();
    }
  }

  /** {@code -uadmin:password}. */
  private boolean isUserAtOnce(String name, int end) {
    return name.startsWith("u")
        && text.startsWith(":", end)
        && !text.startsWith(": ", end)
        && !SecretNames.isCredential(name);
  }

  private void name(String name, int start, int end, boolean option, boolean set) {
    if (start > 0 && (text.charAt(start - 1) == '$' || text.startsWith("${", start - 2))) {
      return;
    }
    int sign = spaces(skip(end, QUOTES));
    boolean pair = sign < text.length() && ":=".indexOf(text.charAt(sign)) >= 0;
    if (pair) {
      int value = spaces(skip(sign, ":=>"));
      if (value < text.length() && isCredential(name, value)) {
        value(name, value);
      }
    } else if (option || set) {
      int value = afterOption(end);
      if (value > end && isCredential(name, value)) {
        value(name, value);
      }
    } else if (sign > end && Chars.isSpace(text.charAt(sign - 1))) {
      sentence(name, start, sign);
    }
  }

  /** Whether a name means a credential, and what follows is not the path of its file. */
  private boolean isCredential(String name, int value) {
    int at = skip(value, QUOTES);
    boolean path = text.startsWith("~/", at) || text.startsWith("./", at);
    return !path && SecretNames.isCredential(name);
  }

  /**
   * Where the value of an option is: after a space, in the next item of a list, or on a next line.
   */
  private int afterOption(int end) {
    int at = skip(end, QUOTES + ", \t");
    boolean crossed = false;
    while (at < text.length() && Chars.isLineEnd(text.charAt(at))) {
      crossed = true;
      at = skip(at, " \t\r\n");
      if (text.startsWith("- ", at)) {
        at = spaces(at + 1);
      }
      at = skip(at, QUOTES);
    }
    boolean quoted = at > end && at <= text.length() && Chars.isQuote(text.charAt(at - 1));
    if (at >= text.length() || (!quoted && "-#".indexOf(text.charAt(at)) >= 0)) {
      return -1;
    }
    int next = plain.end(at, text.length());
    boolean key = crossed && text.charAt(next - (next > at ? 1 : 0)) == ':';
    return key ? -1 : backToQuote(at, end);
  }

  /** A value begins with the quote that opens it. */
  private int backToQuote(int at, int least) {
    return at > least && Chars.isQuote(text.charAt(at - 1)) ? at - 1 : at;
  }

  /** {@code the password is x}, where x is no plain word. */
  private void sentence(String name, int start, int next) {
    if (!SecretNames.isCredential(name)
        || NAME_OF_FILE.matcher(name).matches()
        || (start > 0 && text.charAt(start - 1) == '/')) {
      return;
    }
    int at = next;
    String word = wordAt(at);
    while (IS.contains(word.toLowerCase(Locale.ROOT))) {
      at = skip(at + word.length(), " \t:=");
      word = wordAt(at);
    }
    if (beginsDamagedLine(start) || !isPlainWord(wordAt(skip(at, QUOTES)))) {
      value(name, at);
    }
  }

  /** A key without its colon: the first word of a line that could not be read. */
  private boolean beginsDamagedLine(int start) {
    Span line = document.lines().span(document.lines().lineOf(start));
    return start - line.start() <= MAX_SHOWN
        && document.isDamaged(line)
        && text.substring(line.start(), start).chars().noneMatch(Character::isLetter);
  }

  private String wordAt(int at) {
    int end = Math.min(plain.end(at, text.length()), at + MAX_SHOWN);
    return text.substring(at, Math.max(at, end));
  }

  /** Letters, or a short number, or what ends with a colon, or a path or a variable. */
  private static boolean isPlainWord(String word) {
    boolean number = word.length() <= 4;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '/' || (c == '$' && i == 0)) {
        return true;
      }
      boolean joins = "_-.,;:()<>&|#=".indexOf(c) >= 0;
      if (!Character.isLetter(c) && !joins && !(number && Character.isDigit(c))) {
        return false;
      }
    }
    return SecretShape.isWords(word);
  }

  /** {@code -u user:password}. */
  private void user(int value) {
    if (value < 0) {
      return;
    }
    int start = skip(value, QUOTES);
    int end = valueEnd(value);
    String user = text.substring(start, Math.max(start, end));
    int colon = user.indexOf(':');
    if (colon > 0 && !user.startsWith("$") && !NUMBERS.matcher(user).matches()) {
      add(start + colon + 1, end);
    }
  }

  /** The value at an offset; after the scheme of a header all that is left of it. */
  private void value(String name, int at) {
    int start = skip(at, QUOTES);
    boolean key = start > 0 && text.charAt(start - 1) != '=';
    if (start >= text.length() || (start == at && key && isCollectionOrBlock(start))) {
      return;
    }
    String word = wordAt(start);
    int end = valueEnd(at);
    if (Placeholder.isOwnName(name, text.substring(start, Math.min(end, start + MAX_SHOWN)))
        || (isComment(start) && isSentence(word, start + word.length()))) {
      return;
    }
    if (SCHEMES.contains(word.toLowerCase(Locale.ROOT))) {
      int next = spaces(start + word.length());
      if (next > start + word.length()
          && next < text.length()
          && !Chars.isLineEnd(text.charAt(next))) {
        add(next, Math.max(plain.end(next, text.length()), end));
        return;
      }
    }
    add(start, end);
  }

  /** What YAML does not take for a value on this line; the tree has its values. */
  private boolean isCollectionOrBlock(int at) {
    char c = text.charAt(at);
    return ("{[#,}]".indexOf(c) >= 0 && !text.startsWith("{{", at))
        || ("&*!".indexOf(c) >= 0 && !document.isDamaged())
        || ("|>".indexOf(c) >= 0 && plain.end(at, text.length()) - at <= 3);
  }

  private boolean isComment(int at) {
    int line = document.lines().lineOf(at);
    if (line != lineOfHash) {
      lineOfHash = line;
      Span span = document.lines().span(line);
      int in = span.of(text).indexOf('#');
      hash = in < 0 ? span.end() : span.start() + in;
    }
    return hash < at;
  }

  /** Whether a plain word is followed by another one: {@code password: ask the team for it}. */
  private boolean isSentence(String word, int end) {
    int next = spaces(end);
    return next > end
        && next < text.length()
        && Character.isLetter(text.charAt(next))
        && isPlainWord(word);
  }

  /** Where a value ends: at the quote that opened it, or before the next space or separator. */
  private int valueEnd(int at) {
    int start = skip(at, QUOTES);
    char quote = start > at ? text.charAt(start - 1) : 0;
    boolean quoted = Chars.isQuote(quote);
    int end = quoted ? quoteEnd(start, quote) : plain.end(start, text.length());
    return pieces(start, end, quoted);
  }

  /** Where a word of the shell ends that goes on: after a quote, a comma, or an escaped space. */
  private int pieces(int start, int first, boolean quoted) {
    int end = first;
    while (end < text.length() && end - start < MAX_SHOWN) {
      char c = text.charAt(end);
      boolean escaped = Chars.isSpace(c) && end > start && text.charAt(end - 1) == '\\';
      boolean separator = !quoted && ",}]".indexOf(c) >= 0;
      int next = separator ? end + 1 : skip(end, QUOTES);
      boolean on = next > end && next < text.length() && isOfWord(text.charAt(next));
      if (!escaped && !on) {
        return end;
      }
      end = plain.end(escaped ? end + 1 : next, text.length());
    }
    return end;
  }

  private static boolean isOfWord(char c) {
    return Character.isLetterOrDigit(c) || "@$%^*+_".indexOf(c) >= 0;
  }

  private int quoteEnd(int start, char quote) {
    int end = start;
    while (end < text.length() && text.charAt(end) != quote && !Chars.isLineEnd(text.charAt(end))) {
      boolean escape = quote == '"' && text.charAt(end) == '\\' && end + 1 < text.length();
      boolean closing = escape && text.charAt(end + 1) == quote;
      if (closing) {
        return end;
      }
      end += escape && !Chars.isLineEnd(text.charAt(end + 1)) ? 2 : 1;
    }
    return end;
  }

  private void add(int start, int end) {
    int line = document.lines().lineOf(start);
    int lineEnd = Math.max(start, document.lines().endOf(line));
    int to = end;
    while (to > start && ";,&|".indexOf(text.charAt(to - 1)) >= 0) {
      to--;
    }
    boolean shown = isShown(start, to) || isShown(start, lineEnd);
    if (document.isDamaged(document.lines().span(line)) && !isClosed(start, end, lineEnd)) {
      // Where the value ends cannot be told: all of the line.
      to = Math.max(to, lineEnd);
    }
    if (to > start && !shown) {
      found.add(new Span(start, to));
    }
  }

  private boolean isShown(int start, int end) {
    return end - start <= MAX_SHOWN && Shown.isShown(text.substring(start, end));
  }

  /** Whether a value is in quotes, and a separator or nothing follows. */
  private boolean isClosed(int start, int end, int lineEnd) {
    boolean quoted =
        start > 0
            && end < lineEnd
            && Chars.isQuote(text.charAt(end))
            && text.charAt(start - 1) == text.charAt(end);
    int next = spaces(end + 1);
    return quoted && (next >= lineEnd || ",}]#".indexOf(text.charAt(next)) >= 0);
  }

  /** User and password in each address: {@code https://user:password@host}. */
  private void addresses() {
    int at = scheme(0);
    while (at >= 0) {
      int start = skip(at, "/\\");
      int end = start;
      while (end < text.length() && end - start < MAX_ADDRESS && !isEndOfAddress(end)) {
        end++;
      }
      userInfo(start, end);
      at = scheme(Math.max(end, at + 1));
    }
    Matcher user = USER_AT_HOST.matcher(text);
    while (user.find()) {
      add(user.start(1), user.end(1));
    }
  }

  /** The offset after the colon of the next address: its slashes may be escaped, as in JSON. */
  private int scheme(int from) {
    int colon = text.indexOf(':', from);
    while (colon >= 0 && !text.startsWith("//", colon + 1) && !text.startsWith("\\/", colon + 1)) {
      colon = text.indexOf(':', colon + 1);
    }
    return colon < 0 ? -1 : colon + 1;
  }

  private boolean isEndOfAddress(int at) {
    char c = text.charAt(at);
    return Chars.isWhite(c) || c == '"' || c == '`';
  }

  /**
   * All up to the last {@code @} before the path; and up to one in the path where what is before it
   * begins with a user and a password, which may hold any char.
   */
  private void userInfo(int start, int end) {
    int path = start;
    while (path < end && "/?#\\".indexOf(text.charAt(path)) < 0) {
      path++;
    }
    String authority = text.substring(start, path);
    int sign = authority.lastIndexOf('@');
    int colon = authority.indexOf(':');
    if (colon > 0 && !isPort(start + colon + 1, path)) {
      sign = Math.max(sign, text.substring(start, end).lastIndexOf('@'));
    }
    if (sign > 0) {
      found.add(new Span(start, start + sign));
    }
  }

  private boolean isPort(int start, int end) {
    return end > start && text.substring(start, end).chars().allMatch(Character::isDigit);
  }

  private int spaces(int from) {
    return Chars.skipSpaces(text, from, text.length());
  }

  private int skip(int from, String chars) {
    int at = from;
    while (at < text.length() && chars.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    return at;
  }
}
