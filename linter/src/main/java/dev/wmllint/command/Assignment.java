package dev.wmllint.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code NAME=value} before a command or in place of one.
 *
 * @param value after the equals sign; a word without parts when there is none
 */
public record Assignment(String name, Word value) {
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*+)(\\+?=)?");

  /** Number of chars of {@code NAME=} or {@code NAME+=} at a word's start; 0 for none. */
  static int prefixLength(CharSequence word) {
    Matcher prefix = PREFIX.matcher(word);
    return prefix.lookingAt() && prefix.group(2) != null ? prefix.end() : 0;
  }

  /** Number of chars of the name at a word's start. */
  static int nameLength(CharSequence word) {
    Matcher prefix = PREFIX.matcher(word);
    return prefix.lookingAt() ? prefix.end(1) : 0;
  }
}
