package dev.wmllint.config;

import java.nio.file.Path;

/** Where a setting comes from. */
public sealed interface Origin {
  Origin DEFAULT = new Default();

  /** In words, short enough for the end of a line. */
  String label();

  record Default() implements Origin {
    @Override
    public String label() {
      return "default";
    }
  }

  /**
   * It is in a file.
   *
   * @param file as it is to be shown
   * @param line from 1
   */
  record InFile(Path file, int line) implements Origin {
    @Override
    public String label() {
      return file + ":" + line;
    }
  }

  /**
   * It was given on the command line, or by an editor.
   *
   * @param name as people write it, such as {@code --rule}
   */
  record Option(String name) implements Origin {
    @Override
    public String label() {
      return name;
    }
  }
}
