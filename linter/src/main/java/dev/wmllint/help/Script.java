package dev.wmllint.help;

/** Lines of a script, as they are written. */
final class Script {
  private final StringBuilder text = new StringBuilder();

  Script add(String lines) {
    text.append(lines);
    return this;
  }

  Script line(String... parts) {
    for (String part : parts) {
      text.append(part);
    }
    text.append('\n');
    return this;
  }

  /** A word in single quotes, for a shell of Bourne's family. */
  static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** The program's name in the names of functions. */
  static String identifier(String program) {
    return program.replace('-', '_');
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
