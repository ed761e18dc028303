package dev.wmllint.config;

import java.util.List;

/**
 * A configuration, read.
 *
 * @param config what could be read of it
 * @param problems what is not right, in the order of the file; a run with any of them would not do
 *     what its user means
 */
public record ConfigResult(Config config, List<ConfigProblem> problems) {
  /** Where there is no configuration. */
  static final ConfigResult NONE = new ConfigResult(Config.DEFAULT, List.of());

  public ConfigResult {
    problems = List.copyOf(problems);
  }

  /** Whether all of it is right. */
  public boolean isSound() {
    return problems.isEmpty();
  }
}
