package dev.wmllint.cli;

import dev.wmllint.config.Config;
import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.Linter;

/**
 * What the manifests under one configuration share.
 *
 * @param config the settings in force, those of the command line included
 * @param models reads each model definition once
 */
record ProjectConfig(Config config, Linter linter, ModelFinder models) {
  static ProjectConfig of(Config config) {
    LintConfig lint = LintConfig.of(config);
    return new ProjectConfig(
        config, new Linter(lint), new ModelFinder(lint.schema(), config.limits().model()));
  }
}
