package dev.wmllint.cli;

import dev.wmllint.spi.Subcommand;
import dev.wmllint.subcommand.CompletionCommand;
import dev.wmllint.subcommand.CredentialsCommand;
import dev.wmllint.subcommand.ExplainCommand;
import dev.wmllint.subcommand.FrameworksCommand;
import dev.wmllint.subcommand.InitCommand;
import dev.wmllint.subcommand.PackCommand;
import dev.wmllint.subcommand.RulesCommand;
import dev.wmllint.subcommand.SchemaCommand;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** The sub-commands of this module: the one list that a new one is added to. */
final class BuiltInCommands {
  private BuiltInCommands() {}

  /**
   * In the order of the help.
   *
   * @param program describes all of the command line, once somebody asks
   */
  static List<Subcommand> list(Supplier<CommandSpec> program) {
    return List.of(
        new InitCommand(),
        new CredentialsCommand(),
        new PackCommand(),
        new FrameworksCommand(),
        new RulesCommand(),
        new ExplainCommand(),
        new SchemaCommand(),
        new CompletionCommand(program));
  }
}
