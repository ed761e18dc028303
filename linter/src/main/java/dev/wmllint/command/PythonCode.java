package dev.wmllint.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code after {@code python -c}, as far as it is certain that it makes no files. */
final class PythonCode {
  private static final Pattern IMPORTS_OR_PRINTS = Pattern.compile("(import|from|print)\\b.*");

  private static final Pattern CALL = Pattern.compile("(\\w*)\\s*\\(");

  /** Functions that only ask. */
  private static final Pattern HARMLESS =
      Pattern.compile("|print|len|str|is_\\w+|device_count|list_\\w*devices|\\w*version\\w*");

  /** Longer code is not looked at. */
  private static final int MAX_LENGTH = 500;

  private PythonCode() {}

  /** Whether it is certain that the code makes no files: it only imports and prints. */
  static boolean makesNothing(String code) {
    if (code.length() > MAX_LENGTH) {
      return false;
    }
    for (String statement : code.split("[;\n]", -1)) {
      String line = statement.strip();
      if (!line.isEmpty() && !IMPORTS_OR_PRINTS.matcher(line).matches()) {
        return false;
      }
    }
    Matcher calls = CALL.matcher(code);
    while (calls.find()) {
      if (!HARMLESS.matcher(calls.group(1)).matches()) {
        return false;
      }
    }
    return true;
  }
}
