package dev.wmllint.yaml;

/** The text between tokens: blanks, line ends and comments. */
final class Trivia {
  private Trivia() {}

  /** The offset of the first char from {@code from} on that is no blank, line end or comment. */
  static int skip(String text, int from) {
    int i = from;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '#' && (i == 0 || isWhite(text.charAt(i - 1)))) {
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
          i++;
        }
      } else if (isWhite(c)) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }

  static boolean isWhite(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
