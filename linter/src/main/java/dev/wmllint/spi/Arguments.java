package dev.wmllint.spi;

import dev.wmllint.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

  /** An option with one value. */
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

  /** An option without a value. */
  public static OptionSpec.Builder flag(String name, String... description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description);
  }

  /**
   * What stands on the command line without an option's name.
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

  /** Options that the help shows under one heading; they may be given in any combination. */
  public static ArgGroupSpec group(String heading, OptionSpec.Builder... options) {
    ArgGroupSpec.Builder group = ArgGroupSpec.builder().heading(heading).validate(false);
    for (OptionSpec.Builder option : options) {
      group.addArg(option.build());
    }
    return group.build();
  }

  /** {@code --help}, which every command has. */
  public static OptionSpec help() {
    return OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build();
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
    return "unknown option '" + argument + "'" + didYouMean(argument, names);
  }

  /** A half sentence, or nothing where no name is near. */
  public static String didYouMean(String wrong, Collection<String> right) {
    return Nearest.didYouMean(wrong, right);
  }

  private static String lowerCase(String message) {
    boolean sentence = message.length() > 1 && Character.isLowerCase(message.charAt(1));
    return sentence ? Character.toLowerCase(message.charAt(0)) + message.substring(1) : message;
  }

  /** What stands on the command line without an option's name, in order. */
  public static List<String> positionals(ParseResult result) {
    return List.copyOf(result.matchedPositionalValue(0, List.<String>of()));
  }

  /** An option's value; the last one where it is given twice. */
  public static Optional<String> value(ParseResult result, String option) {
    return Optional.ofNullable(result.matchedOptionValue(option, (String) null));
  }

  /** The values of an option that may be repeated. */
  public static List<String> values(ParseResult result, String option) {
    return List.copyOf(result.matchedOptionValue(option, List.<String>of()));
  }

  /** Whether a flag was given. */
  public static boolean has(ParseResult result, String flag) {
    return result.hasMatchedOption(flag);
  }

  /** An option's value as a path. */
  public static Optional<Path> path(ParseResult result, String option) throws UsageException {
    Optional<String> value = value(result, option);
    if (value.isPresent() && value.get().isEmpty()) {
      // A shell variable that is not set; "" would be the current folder.
      throw new UsageException(option + ": the path is missing");
    }
    return value.isEmpty() ? Optional.empty() : Optional.of(path(value.get()));
  }

  /** A word as a path. */
  public static Path path(String word) throws UsageException {
    try {
      return Path.of(word);
    } catch (InvalidPathException e) {
      throw new UsageException("not a path: '" + word + "'");
    }
  }

  /** Words and what they stand for, in the order in which a message names them. */
  @SafeVarargs
  public static <T> Map<String, T> inOrder(Map.Entry<String, T>... choices) {
    Map<String, T> ordered = new LinkedHashMap<>();
    for (Map.Entry<String, T> choice : choices) {
      ordered.put(choice.getKey(), choice.getValue());
    }
    return ordered;
  }

  /**
   * An option's value, one of a few words.
   *
   * @param choices in the order in which a message names them
   */
  public static <T> Optional<T> choice(ParseResult result, String option, Map<String, T> choices)
      throws UsageException {
    Optional<String> value = value(result, option);
    return value.isEmpty() ? Optional.empty() : Optional.of(choice(option, value.get(), choices));
  }

  /**
   * What one of a few words stands for.
   *
   * @param choices in the order in which a message names them
   */
  public static <T> T choice(String option, String word, Map<String, T> choices)
      throws UsageException {
    if (!choices.containsKey(word)) {
      String known = String.join(", ", choices.keySet());
      throw new UsageException(option + " takes one of " + known + ", not '" + word + "'");
    }
    return choices.get(word);
  }
}
