package dev.wmllint.cli;

import dev.wmllint.help.CommandText;
import dev.wmllint.help.CommandText.Entry;
import dev.wmllint.help.CommandText.Section;
import dev.wmllint.spi.Arguments;
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
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The program and its sub-commands, described: for help, and for completion and manual. */
final class CommandTree {
  private final String version;

  /** In the order of the help; a new one is added here. */
  private final List<Subcommand> builtIn =
      List.of(
          new InitCommand(),
          new CredentialsCommand(),
          new PackCommand(),
          new FrameworksCommand(),
          new RulesCommand(),
          new ExplainCommand(),
          new SchemaCommand(),
          new CompletionCommand(this::whole),
          new ManCommand(this::whole));

  private final Supplier<List<Subcommand>> additional;

  /**
   * @param additional the sub-commands of other modules; asked only when one may be meant, because
   *     the search for them takes time
   */
  CommandTree(String version, Supplier<List<Subcommand>> additional) {
    this.version = version;
    this.additional = additional;
  }

  /** In the order of the help. */
  List<Subcommand> subcommands() {
    return Stream.concat(builtIn.stream(), additional.get().stream()).toList();
  }

  Optional<Subcommand> find(String name) {
    // Neither an option nor a path.
    if (!name.matches("[a-z]+")) {
      return Optional.empty();
    }
    return named(name, builtIn).or(() -> named(name, additional.get()));
  }

  private static Optional<Subcommand> named(String name, List<Subcommand> commands) {
    return commands.stream().filter(command -> command.name().equals(name)).findFirst();
  }

  /** A half sentence for a word that is not a file, but may be meant as a command; mostly empty. */
  String hint(String word) {
    if (word.equals("lint") || word.equals("check")) {
      return "; files are checked without a command: wml-lint FILE...";
    }
    return Nearest.of(word, builtIn.stream().map(Subcommand::name).toList())
        .map(name -> "; did you mean the command '" + name + "'?")
        .orElse("");
  }

  /** The program alone, as much as is needed to read a command line. */
  CommandSpec program() {
    return OptionsParser.spec(version);
  }

  /** The help of the program, with a list of the sub-commands. */
  CommandText helpOfProgram() {
    return CommandText.of(program())
        .with(
            new Section(
                "Commands",
                subcommands().stream()
                    .map(command -> new Entry(command.name(), command.summary()))
                    .toList()));
  }

  CommandSpec of(Subcommand command) {
    CommandSpec spec = command.spec().name("wml-lint " + command.name());
    if (spec.usageMessage().description().length == 0) {
      String summary = command.summary();
      spec.usageMessage()
          .description(
              summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + ".");
    }
    return Arguments.add(spec, Arguments.help());
  }

  /** Everything, the sub-commands inside the program, each with its summary as header. */
  CommandSpec whole() {
    CommandSpec spec = program();
    for (Subcommand command : subcommands()) {
      CommandSpec inside = of(command).name(command.name());
      inside.usageMessage().header(command.summary());
      spec.addSubcommand(command.name(), inside);
    }
    return spec.addSubcommand("help", help());
  }

  /** {@code wml-lint help COMMAND}, which the program answers itself. */
  private CommandSpec help() {
    CommandSpec spec =
        Arguments.command("Shows the help of a command, or of the program if none is given.");
    spec.usageMessage().header("show the help of a command");
    List<String> names = subcommands().stream().map(Subcommand::name).toList();
    return Arguments.add(
        spec,
        Arguments.files("COMMAND", "0..1", "The name of the command.")
            .index("0")
            .completionCandidates(names));
  }
}
