package dev.wmllint.spi;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * A sub-command of {@code wml-lint}. Those of other modules are found by {@link
 * java.util.ServiceLoader}: so the language server adds {@code wml-lint lsp} without the linter
 * knowing it.
 */
public abstract class Subcommand {
  private final String name;
  private final String summary;

  /**
   * Names it.
   *
   * @param name the word on the command line, such as {@code explain}
   * @param summary one line for the help, without a full stop: what it does, in the imperative
   */
  protected Subcommand(String name, String summary) {
    this.name = name;
    this.summary = summary;
  }

  public final String name() {
    return name;
  }

  public final String summary() {
    return summary;
  }

  /**
   * Its options and parameters, new for each call: the caller adds the name and {@code --help}.
   * Asked for only when it runs, and for completion and manual: a run of the linter does not pay
   * for it.
   */
  public abstract CommandSpec spec();

  /**
   * Runs it.
   *
   * @param arguments what {@link #spec} made of the command line
   * @return the exit code
   * @throws UsageException when the arguments make no sense, or a file cannot be read or written
   */
  public abstract int run(ParseResult arguments, Terminal terminal) throws UsageException;
}
