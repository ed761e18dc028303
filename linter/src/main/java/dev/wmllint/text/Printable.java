package dev.wmllint.text;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Text as a terminal may get it: nothing in a file can move the cursor or set colours. */
public final class Printable {
  /** A command of GitHub Actions, whose runner passes over any white space before it. */
  private static final Pattern COMMAND = Pattern.compile("^([\\s\\p{Z}]*):(?=:)");

  private Printable() {}

  /**
   * A part of a line, of the same length: what acts on a terminal or in the log of a CI system
   * becomes U+FFFD, and a tab a space.
   */
  public static String line(String text) {
    return escaped(text, c -> c == '\t' ? " " : "\uFFFD");
  }

  /** The same for what a line begins with, where GitHub Actions look for a command. */
  public static String startOfLine(String text) {
    return COMMAND.matcher(line(text)).replaceFirst("$1\uFFFD");
  }

  /** Whole lines, of which tabs and the carriage returns at their ends stay. */
  public static String lines(String text) {
    return Stream.of(text.split("\n", -1)).map(Printable::whole).collect(Collectors.joining("\n"));
  }

  private static String whole(String line) {
    boolean carriageReturn = line.endsWith("\r");
    String text = line.substring(0, line.length() - (carriageReturn ? 1 : 0));
    String safe = escaped(text, c -> c == '\t' ? "\t" : "\uFFFD");
    return COMMAND.matcher(safe).replaceFirst("$1\uFFFD") + (carriageReturn ? "\r" : "");
  }

  /** A text with something else for each char that acts on a terminal or in the log of a CI. */
  public static String escaped(String text, Function<Character, String> escape) {
    StringBuilder out = new StringBuilder(text.length());
    LogCommand command = new LogCommand();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (command.isOpenedBy(c) || acts(c)) {
        out.append(escape.apply(c));
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Whether a char moves the cursor of a terminal, or the text around it. */
  static boolean acts(char c) {
    return Character.isISOControl(c) || isLayout(c);
  }

  /** Line ends of Unicode, and what turns the direction of the text around (UAX #9). */
  private static boolean isLayout(char c) {
    return c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** The text with an escape in the place of each invisible character: {@code \\u200b}. */
  public static String visible(String text) {
    if (!Blanks.hasOdd(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Blanks.isOdd(c)) {
                out.append(String.format(Locale.ROOT, c > 0xFFFF ? "\\U%08x" : "\\u%04x", c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** The text without its invisible characters. */
  public static String withoutUnseen(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints().filter(c -> !Blanks.isOdd(c)).forEach(out::appendCodePoint);
    return out.toString();
  }

  /** Number of terminal cells of a text: two for wide characters, none for combining ones. */
  public static int cells(String text) {
    return text.codePoints().map(Printable::cells).sum();
  }

  public static int cells(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT) {
      return 0;
    }
    return isWide(codePoint) ? 2 : 1;
  }

  /** The wide blocks of Unicode's East Asian Width (UAX #11), and the emoji. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1FAFF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}
