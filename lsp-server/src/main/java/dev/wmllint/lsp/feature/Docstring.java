package dev.wmllint.lsp.feature;

import dev.wmllint.text.Ellipsis;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a Python program says about itself at its top (PEP 257). */
final class Docstring {
  private static final int MAX_LENGTH = 200;
  private static final Pattern START = Pattern.compile("[rRuU]?(\"\"\"|'''|\"|')");

  private Docstring() {}

  /** The first line with words of the docstring. */
  static Optional<String> firstLine(String program) {
    int at = program.startsWith("\uFEFF") ? 1 : 0;
    while (at < program.length()) {
      char c = program.charAt(at);
      if (c == '#') {
        int end = program.indexOf('\n', at);
        at = end < 0 ? program.length() : end + 1;
      } else if (Character.isWhitespace(c)) {
        at++;
      } else {
        break;
      }
    }
    Matcher start = START.matcher(program).region(at, program.length());
    return start.lookingAt() ? text(program, start.end(), start.group(1)) : Optional.empty();
  }

  private static Optional<String> text(String program, int from, String quotes) {
    int end = program.indexOf(quotes, from);
    String text = program.substring(from, end < 0 ? program.length() : end);
    return text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .map(line -> Ellipsis.atEnd(line, MAX_LENGTH));
  }
}
