package dev.wmllint.redact;

import dev.wmllint.text.Span;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The password after an option {@code -p} of a command. For most programs the option means
 * something else: only where the program takes a password there, or the value looks like one.
 */
final class PasswordOptions {
  private static final Pattern OPTION =
      Pattern.compile(
          "(?<![^\\s\"'\\[,])-p(?:([ \\t]++|=|[\"'],[ \\t]*+)[\"']?|[\"'])?([^\\s\"',\\]]++)");

  private static final Pattern PROGRAM =
      Pattern.compile(
          "(?<![\\w.-])(?:mysql\\w*+|mariadb\\w*+|sshpass|mongo\\w*+|htpasswd|smbclient"
              + "|(?:docker|podman|oc|bx|ibmcloud|cf) [^;|&\\n]*+login)(?![\\w.-])");

  private static final Pattern OTHER_PROGRAM =
      Pattern.compile("(?<![\\w.-])(?:mkdir|install|cp|rsync|tar|unzip|ssh|scp|nc|kill)[ \\t]");

  private static final Pattern RANDOM =
      Pattern.compile("(?=[^\\d]*\\d)(?=[^A-Za-z]*[A-Za-z])[^/.:=${}<>(),]{8,256}");

  private static final Pattern NUMBER = Pattern.compile("[-+]?(?:0[xX])?[\\d_]*(?:[eE][-+]?\\d*)?");

  /** How far back a program's name is looked for. */
  private static final int MAX_BACK = 200;

  private PasswordOptions() {}

  static void in(String text, Span part, Consumer<Span> found) {
    // Few values have such an option at all.
    if (!part.of(text).contains("-p")) {
      return;
    }
    Matcher option = OPTION.matcher(text).region(part.start(), part.end());
    while (option.find()) {
      Span value = new Span(option.start(2), option.end(2));
      String before = command(text, Math.max(part.start(), option.start() - MAX_BACK), option);
      boolean program = PROGRAM.matcher(before).find();
      boolean apart = option.group(1) != null;
      boolean alike =
          apart
              && value.length() <= MAX_BACK
              && RANDOM.matcher(value.of(text)).matches()
              && !NUMBER.matcher(value.of(text)).matches()
              && !OTHER_PROGRAM.matcher(before).find();
      boolean shown = value.length() <= MAX_BACK && Shown.isShown(value.of(text));
      if ((program || alike) && !shown) {
        found.accept(value);
      }
    }
  }

  /** The part of the command before an option, which a separator of the shell begins. */
  private static String command(String text, int from, Matcher option) {
    int start = option.start();
    while (start > from && ";|&\n".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    return text.substring(start, option.start());
  }
}
