package dev.wmllint.command;

/** {@code NAME=}, {@code NAME+=} at a word's start. */
final class AssignmentPrefix {
  private AssignmentPrefix() {}

  /** Number of chars up to and with the equals sign; 0 where no assignment starts. */
  static int length(CharSequence word) {
    int at = nameLength(word);
    if (at == 0) {
      return 0;
    }
    if (at < word.length() && word.charAt(at) == '+') {
      at++;
    }
    return at < word.length() && word.charAt(at) == '=' ? at + 1 : 0;
  }

  /** Number of chars of the name at the start. */
  static int nameLength(CharSequence word) {
    int length = 0;
    while (length < word.length() && continues(word.charAt(length), length)) {
      length++;
    }
    return length;
  }

  private static boolean continues(char c, int at) {
    return at == 0 ? ShellChars.startsName(c) : ShellChars.continuesName(c);
  }
}
