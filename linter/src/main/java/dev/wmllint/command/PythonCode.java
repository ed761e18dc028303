package dev.wmllint.command;

import java.util.Arrays;
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
    return code.length() <= MAX_LENGTH
        && Arrays.stream(code.split("[;\n]", -1))
            .map(String::strip)
            .allMatch(line -> line.isEmpty() || IMPORTS_OR_PRINTS.matcher(line).matches())
        && CALL.matcher(code).results().allMatch(call -> HARMLESS.matcher(call.group(1)).matches());
  }
}
