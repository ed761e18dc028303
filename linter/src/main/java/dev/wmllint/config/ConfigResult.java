package dev.wmllint.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * A configuration, read.
 *
 * @param problems what is not right, in the order of the file; a run with any of them would not do
 *     what its user means
 * @param readBeside other files that it names and that were read with it, there or not
 */
public record ConfigResult(Config config, List<ConfigProblem> problems, Set<Path> readBeside) {
  static final ConfigResult NONE = new ConfigResult(Config.DEFAULT, List.of(), Set.of());

  public ConfigResult {
    problems = List.copyOf(problems);
    readBeside = Set.copyOf(readBeside);
  }

  public boolean isSound() {
    return problems.isEmpty();
  }
}
