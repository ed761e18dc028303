package dev.wmllint.cli;

import dev.wmllint.spi.Subcommand;
import dev.wmllint.subcommand.ExplainCommand;
import dev.wmllint.subcommand.RulesCommand;
import dev.wmllint.subcommand.SchemaCommand;
import java.util.List;

/** The sub-commands of this module: the one list that a new one is added to. */
final class BuiltInCommands {
  private BuiltInCommands() {}

  /** In the order of the help. */
  static List<Subcommand> list() {
    return List.of(new RulesCommand(), new ExplainCommand(), new SchemaCommand());
  }
}
