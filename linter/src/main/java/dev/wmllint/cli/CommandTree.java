package dev.wmllint.cli;

import dev.wmllint.help.CommandText;
import dev.wmllint.help.ManualEntry;
import dev.wmllint.help.ManualSection;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.Subcommand;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The program and its sub-commands, described: for help, and for completion and manual. */
final class CommandTree {
  private final String version;
  private final BuiltInCommands builtIn;
  private final Supplier<List<Subcommand>> additional;

  /**
   * Puts the program together.
   *
   * @param version the program's version
   * @param additional the sub-commands of other modules; asked only when one may be meant, because
   *     looking for them takes its time
   */
  CommandTree(String version, Supplier<List<Subcommand>> additional) {
    this.version = version;
    this.builtIn = new BuiltInCommands(this::whole);
    this.additional = additional;
  }

  /** In the order of the help. */
  List<Subcommand> subcommands() {
    return Stream.concat(builtIn.all().stream(), additional.get().stream()).toList();
  }

  /** The sub-command of that name. */
  Optional<Subcommand> find(String name) {
    if (name.isEmpty() || !name.chars().allMatch(CommandTree::isOfName)) {
      return Optional.empty();
    }
    return builtIn
        .find(name)
        .or(
            () ->
                additional.get().stream()
                    .filter(command -> command.name().equals(name))
                    .findFirst());
  }

  /** No option, and hardly a file. */
  private static boolean isOfName(int c) {
    return c >= 'a' && c <= 'z';
  }

  /** The program alone, as much as is needed to read a command line. */
  CommandSpec program() {
    return OptionsParser.spec(version);
  }

  /** The help of the program, with a list of the sub-commands. */
  CommandText helpOfProgram() {
    return CommandText.of(program())
        .with(
            new ManualSection(
                "Commands",
                subcommands().stream()
                    .map(command -> new ManualEntry(command.name(), command.summary()))
                    .toList()));
  }

  /** One sub-command. */
  CommandSpec of(Subcommand command) {
    CommandSpec spec = command.spec().name("wml-lint " + command.name());
    if (spec.usageMessage().description().length == 0) {
      String summary = command.summary();
      spec.usageMessage()
          .description(
              summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + ".");
    }
    return spec.addOption(Arguments.help());
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
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage()
        .header("show the help of a command")
        .description("Shows the help of a command, or of the program if none is given.");
    List<String> names = subcommands().stream().map(Subcommand::name).toList();
    return spec.addPositional(
        Arguments.files("COMMAND", "0..1", "The name of the command.")
            .index("0")
            .completionCandidates(names)
            .build());
  }
}
