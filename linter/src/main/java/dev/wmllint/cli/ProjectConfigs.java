package dev.wmllint.cli;

import dev.wmllint.config.Config;
import dev.wmllint.config.ConfigFinder;
import dev.wmllint.config.ConfigProblem;
import dev.wmllint.config.ConfigResult;
import dev.wmllint.config.Origin;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.spi.ExitCode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which settings are in force where: the command line's, then the nearest configuration's. Safe for
 * use by several threads, of which one says what is wrong.
 */
final class ProjectConfigs {
  private final Options.Settings settings;
  private final Outcome outcome;
  private final ConfigFinder configs;

  /** By identity: the finder hands out the same result for the same configuration. */
  private final IdentityHashMap<ConfigResult, Found> known = new IdentityHashMap<>();

  private final Set<ConfigResult> said = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * What was found for a folder.
   *
   * @param project empty when the configuration is not right: then nothing is looked at in a way
   *     that its user does not want
   */
  record Found(ConfigResult config, Optional<ProjectConfig> project) {}

  /** Reads the configuration that the command line names. */
  ProjectConfigs(Options.Settings settings, Outcome outcome) {
    this.settings = settings;
    this.outcome = outcome;
    if (settings.noConfig()) {
      this.configs = ConfigFinder.none();
    } else {
      this.configs = settings.config().map(ConfigFinder::always).orElseGet(ConfigFinder::nearest);
    }
  }

  synchronized Found of(Path folder) {
    return known.computeIfAbsent(configs.of(folder), this::found);
  }

  private Found found(ConfigResult result) {
    return new Found(
        result,
        result.isSound()
            ? Optional.of(ProjectConfig.of(overruled(result.config())))
            : Optional.empty());
  }

  /** Says what is wrong with a configuration, once. */
  void sayProblems(ConfigResult config) {
    if (said.add(config)) {
      for (ConfigProblem problem : config.problems()) {
        outcome.failAt(ExitCode.USAGE, problem.line());
      }
    }
  }

  private Config overruled(Config config) {
    Config overruled = config;
    for (Map.Entry<RuleId, RuleSetting> rule : settings.rules().entrySet()) {
      overruled = overruled.withRule(rule.getKey(), rule.getValue(), new Origin.Option("--rule"));
    }
    return settings.frameworks().map(overruled::withFrameworks).orElse(overruled);
  }
}
