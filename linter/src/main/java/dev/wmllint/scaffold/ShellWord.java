package dev.wmllint.scaffold;

import java.util.regex.Pattern;

/** Text as one word of a POSIX shell. */
final class ShellWord {
  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9_./+:@%=,-]+");

  private ShellWord() {}

  /** A path; never taken for an option. */
  static String path(String path) {
    String safe = path.startsWith("-") ? "./" + path : path;
    return SIMPLE.matcher(safe).matches() ? safe : "'" + safe.replace("'", "'\\''") + "'";
  }
}
