package dev.wmllint.subcommand;

import dev.wmllint.config.ConfigProblem;
import dev.wmllint.spi.Terminal;
import dev.wmllint.text.Printable;
import java.util.List;

/** Says what is wrong with a configuration, as a run of the linter says it. */
final class ConfigProblems {
  private ConfigProblems() {}

  /** One line each, which says itself where the mistake is. */
  static void show(List<ConfigProblem> problems, Terminal terminal) {
    problems.forEach(problem -> terminal.err().println(Printable.line(problem.line())));
  }
}
