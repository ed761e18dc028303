package dev.wmllint.spi;

import dev.wmllint.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Describes and reads arguments, through picocli's programmatic model: its annotations cost 55 ms
 * of reflection at each start.
 */
public final class Arguments {
  private Arguments() {}

  public static OptionSpec.Builder option(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description);
  }

  /** An option that may be repeated, each time with one value. */
  public static OptionSpec.Builder options(String name, String label, String... description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description);
  }

  public static OptionSpec.Builder flag(String name, String... description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description);
  }

  /**
   * Arguments without an option's name.
   *
   * @param arity in picocli's form: {@code 1}, {@code 0..1}, {@code 0..*}
   */
  public static PositionalParamSpec.Builder files(
      String label, String arity, String... description) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .arity(arity)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .description(description);
  }

  /** Adds options that the help shows under one heading; they may be given in any combination. */
  public static void addGroup(CommandSpec spec, String heading, OptionSpec.Builder... options) {
    ArgGroupSpec.Builder group = ArgGroupSpec.builder().heading(heading).validate(false);
    for (OptionSpec.Builder option : options) {
      group.addArg(option.build());
    }
    spec.addArgGroup(group.build());
  }

  /** Adds options, and returns the description they were added to. */
  public static CommandSpec add(CommandSpec spec, OptionSpec.Builder... options) {
    for (OptionSpec.Builder option : options) {
      spec.addOption(option.build());
    }
    return spec;
  }

  /** Adds arguments without an option's name, and options. */
  public static CommandSpec add(
      CommandSpec spec, PositionalParamSpec.Builder files, OptionSpec.Builder... options) {
    return add(spec.addPositional(files.build()), options);
  }

  /** The description of a command, with what the help says before its arguments. */
  public static CommandSpec command(String... description) {
    CommandSpec spec = CommandSpec.create();
    spec.usageMessage().description(description);
    return spec;
  }

  /** {@code --help}, which every command has. */
  public static OptionSpec.Builder help() {
    return OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.");
  }

  /** Reads arguments; {@code @file} is a name like any other. */
  public static ParseResult parse(CommandSpec spec, List<String> arguments) throws UsageException {
    CommandLine commandLine =
        new CommandLine(spec).setExpandAtFiles(false).setOverwrittenOptionsAllowed(true);
    try {
      return commandLine.parseArgs(arguments.toArray(String[]::new));
    } catch (CommandLine.UnmatchedArgumentException e) {
      throw new UsageException(unmatched(spec, e.getUnmatched().get(0)));
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(lowerCase(e.getMessage()));
    }
  }

  private static String unmatched(CommandSpec spec, String argument) {
    if (!argument.startsWith("-")) {
      return "one argument too many: '" + argument + "'";
    }
    List<String> names = spec.options().stream().map(OptionSpec::longestName).toList();
    return "unknown option '" + argument + "'" + Nearest.didYouMean(argument, names);
  }

  private static String lowerCase(String message) {
    boolean sentence = message.length() > 1 && Character.isLowerCase(message.charAt(1));
    return sentence ? Character.toLowerCase(message.charAt(0)) + message.substring(1) : message;
  }

  /** The arguments without an option's name, in order. */
  public static List<String> positionals(ParseResult result) {
    return List.copyOf(result.matchedPositionalValue(0, List.<String>of()));
  }

  /** An option's value; the last one where it is given twice. */
  public static Optional<String> value(ParseResult result, String option) {
    return Optional.ofNullable(described(option, result).matchedOptionValue(option, null));
  }

  /** The values of an option that may be repeated. */
  public static List<String> values(ParseResult result, String option) {
    return List.copyOf(described(option, result).matchedOptionValue(option, List.<String>of()));
  }

  public static boolean has(ParseResult result, String flag) {
    return described(flag, result).hasMatchedOption(flag);
  }

  /** Refuses to read an option that is not described, and so is not in any help. */
  private static ParseResult described(String option, ParseResult result) {
    if (result.commandSpec().findOption(option) == null) {
      throw new IllegalArgumentException("no option " + option);
    }
    return result;
  }

  public static Optional<Path> path(ParseResult result, String option) throws UsageException {
    Optional<String> value = value(result, option);
    if (value.isPresent() && value.get().isEmpty()) {
      // A shell variable that is not set; "" would be the current folder.
      throw new UsageException(option + ": the path is missing");
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(path(value.get()));
  }

  public static Path path(String word) throws UsageException {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: '" + word + "'");
    }
  }

  /** An option's value, one of a few words. */
  public static Optional<String> choice(ParseResult result, String option, Collection<String> words)
      throws UsageException {
    Optional<String> value = value(result, option);
    if (value.isPresent()) {
      requireOneOf(words, option, value.get());
    }
    return value;
  }

  /**
   * Refuses a word that is not one of a few.
   *
   * @param words in the order in which the message names them
   */
  public static void requireOneOf(Collection<String> words, String option, String word)
      throws UsageException {
    if (!words.contains(word)) {
      String known = String.join(", ", words);
      throw new UsageException(option + " takes one of " + known + ", not '" + word + "'");
    }
  }
}
