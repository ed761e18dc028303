package dev.wmllint.spi;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * A sub-command of {@code wml-lint}, found by {@link java.util.ServiceLoader}: so the language
 * server adds {@code wml-lint lsp} without the linter knowing it.
 */
public interface Subcommand {
  /** The word on the command line, such as {@code lsp}. */
  String name();

  /** One line for the help. */
  String summary();

  /**
   * Runs it.
   *
   * @param arguments what stands behind its name
   * @return the exit code
   */
  int run(List<String> arguments, InputStream in, PrintStream out, PrintStream err);
}
