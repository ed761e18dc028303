package dev.wmllint.redact;

/** Quoted values in text that was not parsed. */
final class Quotes {
  private Quotes() {}

  /** The offset behind the closing quote of what opens at {@code start}, or -1 without one. */
  static int end(String text, int start, int limit) {
    char quote = text.charAt(start);
    int at = start + 1;
    while (at < limit) {
      char c = text.charAt(at);
      if (c == quote) {
        boolean doubled = quote == '\'' && at + 1 < limit && text.charAt(at + 1) == quote;
        if (!doubled) {
          return at + 1;
        }
        at++;
      } else if (c == '\\' && quote == '"') {
        at++;
      }
      at++;
    }
    return -1;
  }
}
