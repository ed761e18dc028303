package dev.wmllint.cli;

import dev.wmllint.spi.Subcommand;
import dev.wmllint.subcommand.CompletionCommand;
import dev.wmllint.subcommand.CredentialsCommand;
import dev.wmllint.subcommand.ExplainCommand;
import dev.wmllint.subcommand.FrameworksCommand;
import dev.wmllint.subcommand.InitCommand;
import dev.wmllint.subcommand.ManCommand;
import dev.wmllint.subcommand.PackCommand;
import dev.wmllint.subcommand.RulesCommand;
import dev.wmllint.subcommand.SchemaCommand;
import dev.wmllint.text.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** The sub-commands of this module: the one list that a new one is added to. */
final class BuiltInCommands {
  /** In the order of the help. */
  private static final List<String> NAMES =
      List.of(
          "init",
          "credentials",
          "pack",
          "frameworks",
          "rules",
          "explain",
          "schema",
          "completion",
          "man");

  private final Supplier<CommandSpec> program;

  /**
   * Makes no command yet.
   *
   * @param program describes all of the command line, once somebody asks
   */
  BuiltInCommands(Supplier<CommandSpec> program) {
    this.program = program;
  }

  /** In the order of the help. */
  List<Subcommand> all() {
    return NAMES.stream().map(this::find).flatMap(Optional::stream).toList();
  }

  /** What to say of a word that is no file, but may be meant for a command; mostly nothing. */
  static String hint(String word) {
    return switch (word) {
      case "lint", "check" -> "; files are checked without a command: wml-lint FILE...";
      default ->
          Nearest.of(word, NAMES)
              .map(name -> "; did you mean the command '" + name + "'?")
              .orElse("");
    };
  }

  /** The command of that name. No other is even loaded: a run of the linter asks in vain. */
  Optional<Subcommand> find(String name) {
    return switch (name) {
      case "init" -> Optional.of(new InitCommand());
      case "credentials" -> Optional.of(new CredentialsCommand());
      case "pack" -> Optional.of(new PackCommand());
      case "frameworks" -> Optional.of(new FrameworksCommand());
      case "rules" -> Optional.of(new RulesCommand());
      case "explain" -> Optional.of(new ExplainCommand());
      case "schema" -> Optional.of(new SchemaCommand());
      case "completion" -> Optional.of(new CompletionCommand(program));
      case "man" -> Optional.of(new ManCommand(program));
      default -> Optional.empty();
    };
  }
}
