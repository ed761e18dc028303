package dev.wmllint.cli;

import dev.wmllint.LintConfig;
import dev.wmllint.Linter;
import dev.wmllint.ModelFinder;
import dev.wmllint.config.Config;

/**
 * What the manifests under one configuration share. What needs the schema is made when it is first
 * asked for: until then a {@link HeadStart} may be at work on that.
 */
final class Workplace {
  private final Config config;
  private Tools tools;

  private record Tools(Linter linter, ModelFinder models) {}

  Workplace(Config config) {
    this.config = config;
  }

  /** The settings in force, those of the command line included. */
  Config config() {
    return config;
  }

  Linter linter() {
    return tools().linter();
  }

  /** Reads each model definition once. */
  ModelFinder models() {
    return tools().models();
  }

  private synchronized Tools tools() {
    if (tools == null) {
      LintConfig lint = LintConfig.of(config);
      tools = new Tools(new Linter(lint), new ModelFinder(lint.schema(), config.limits().model()));
    }
    return tools;
  }
}
