package dev.wmllint.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code NAME=}, {@code NAME+=} at a word's start. */
final class AssignmentPrefix {
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*+)(\\+?=)?");

  private AssignmentPrefix() {}

  /** Number of chars up to and with the equals sign; 0 where no assignment starts. */
  static int length(CharSequence word) {
    Matcher prefix = PREFIX.matcher(word);
    return prefix.lookingAt() && prefix.group(2) != null ? prefix.end() : 0;
  }

  /** Number of chars of the name at the start. */
  static int nameLength(CharSequence word) {
    Matcher prefix = PREFIX.matcher(word);
    return prefix.lookingAt() ? prefix.end(1) : 0;
  }
}
