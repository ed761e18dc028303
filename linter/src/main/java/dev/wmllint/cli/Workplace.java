package dev.wmllint.cli;

import dev.wmllint.LintConfig;
import dev.wmllint.Linter;
import dev.wmllint.ModelFinder;
import dev.wmllint.config.Config;

/**
 * What the manifests under one configuration share.
 *
 * @param config the settings in force, those of the command line included
 * @param models reads each model definition once
 */
record Workplace(Config config, Linter linter, ModelFinder models) {
  static Workplace of(Config config) {
    LintConfig lint = LintConfig.of(config);
    return new Workplace(
        config, new Linter(lint), new ModelFinder(lint.schema(), config.limits().model()));
  }
}
