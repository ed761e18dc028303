package dev.wmllint.command;

/** The shell's classes of chars (POSIX.1-2017, Shell Command Language, 2.3 and 3.235 Name). */
final class ShellChars {
  private ShellChars() {}

  /** A space or tab between words; a carriage return can only be half a line end. */
  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
  }

  /** A char that ends a word unless it is quoted. */
  static boolean endsWord(char c) {
    return isBlank(c) || c == '\n' || isOperator(c);
  }

  static boolean isOperator(char c) {
    return c == ';' || c == '&' || c == '|' || c == '(' || c == ')' || c == '<' || c == '>';
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean startsName(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean continuesName(char c) {
    return startsName(c) || isDigit(c);
  }

  /** The parameters that the shell itself keeps: {@code $?}, {@code $#}, {@code $1} … */
  static boolean isSpecialParameter(char c) {
    return isDigit(c) || "@*#?-$!".indexOf(c) >= 0;
  }

  static boolean isName(String text) {
    return !text.isEmpty()
        && startsName(text.charAt(0))
        && text.chars().allMatch(c -> continuesName((char) c));
  }
}
