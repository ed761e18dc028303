package dev.wmllint.command;

/** The escapes of {@code $'…'} (bash manual, 3.1.2.4) that stand for one char. */
final class AnsiEscapes {
  private AnsiEscapes() {}

  static char of(char escaped) {
    return switch (escaped) {
      case 'a' -> '\u0007';
      case 'b' -> '\b';
      case 'e', 'E' -> '\u001b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'v' -> '\u000b';
      default -> escaped;
    };
  }
}
