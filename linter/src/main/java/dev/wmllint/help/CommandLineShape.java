package dev.wmllint.help;

import dev.wmllint.help.Value.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * What a shell has to know of a command line.
 *
 * <p>What an argument takes is told by its completion candidates, which may be of the form {@code
 * KEY=VALUE}; or else by its label: a {@code FILE}, {@code PATH} or {@code ZIP} is a path, a {@code
 * FOLDER} is one of a folder. A label {@code X[=FILE]} says that a path may follow a candidate.
 *
 * @param own what it takes without a command
 * @param commands in the order of the help; only the first word can be one
 */
record CommandLineShape(String program, Command own, List<Command> commands) {
  /**
   * A command, or the program without one.
   *
   * @param name empty for the program
   * @param summary half a sentence
   * @param argument empty when it takes none
   */
  record Command(String name, String summary, List<Option> options, Optional<Argument> argument) {}

  /**
   * @param names with their dashes
   * @param description half a sentence
   * @param repeatable whether it may be given more than once
   * @param value empty for a flag
   */
  record Option(
      List<String> names, String description, boolean repeatable, Optional<Argument> value) {}

  /**
   * The value of an option, or what a command takes without one.
   *
   * @param label what the help calls it
   * @param many whether there may be several
   */
  record Argument(String label, Value value, boolean many) {}

  /**
   * A word to offer.
   *
   * @param word as it is typed; it has no space and needs no quoting
   * @param description half a sentence; empty where the word says it all
   */
  record Candidate(String word, String description) {}

  private static final Pattern MARKUP = Pattern.compile("@\\|\\S+ |\\|@");
  private static final Pattern SPACES = Pattern.compile("(\\s|%n)+");
  private static final Pattern END_OF_SENTENCE = Pattern.compile("\\. |\\.$");

  CommandLineShape {
    commands = List.copyOf(commands);
  }

  /**
   * Reads a description. The header of a command is its summary.
   *
   * @param descriptions what candidates mean, where that is known
   */
  static CommandLineShape of(CommandSpec spec, Map<String, String> descriptions) {
    Map<String, String> known = new HashMap<>(descriptions);
    spec.subcommands().forEach((name, line) -> known.put(name, summary(line.getCommandSpec())));
    List<Command> commands = new ArrayList<>();
    spec.subcommands()
        .forEach((name, line) -> commands.add(command(name, line.getCommandSpec(), known)));
    return new CommandLineShape(spec.name(), command("", spec, known), commands);
  }

  List<Command> all() {
    List<Command> all = new ArrayList<>();
    all.add(own);
    all.addAll(commands);
    return all;
  }

  private static Command command(String name, CommandSpec spec, Map<String, String> descriptions) {
    List<Option> options =
        spec.options().stream()
            .filter(option -> !option.hidden())
            .map(option -> option(option, descriptions))
            .toList();
    Optional<Argument> argument =
        spec.positionalParameters().stream()
            .filter(positional -> !positional.hidden())
            .findFirst()
            .map(positional -> argument(positional, descriptions));
    return new Command(name, summary(spec), options, argument);
  }

  private static String summary(CommandSpec spec) {
    return halfSentence(spec.usageMessage().header());
  }

  private static Option option(OptionSpec spec, Map<String, String> descriptions) {
    return new Option(
        List.of(spec.names()),
        halfSentence(spec.description()),
        spec.isMultiValue(),
        spec.arity().max() == 0
            ? Optional.empty()
            : Optional.of(new Argument(spec.paramLabel(), value(spec, descriptions), false)));
  }

  private static Argument argument(PositionalParamSpec spec, Map<String, String> descriptions) {
    boolean many = spec.isMultiValue() && spec.index().max() != spec.index().min();
    return new Argument(spec.paramLabel(), value(spec, descriptions), many);
  }

  private static Value value(ArgSpec spec, Map<String, String> descriptions) {
    String label = spec.paramLabel().toUpperCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    if (spec.completionCandidates() != null) {
      spec.completionCandidates().forEach(words::add);
    }
    if (!words.isEmpty() && words.stream().allMatch(word -> word.contains("="))) {
      return pairs(words, descriptions);
    }
    if (!words.isEmpty()) {
      Kind kind = label.contains("=FILE") ? Kind.WORDS_WITH_FILE : Kind.WORDS;
      return new Value(kind, candidates(words, descriptions), List.of());
    }
    return switch (label) {
      case "FILE", "PATH", "ZIP" -> Value.of(Kind.FILE);
      case "FOLDER" -> Value.of(Kind.FOLDER);
      default -> Value.of(Kind.ANYTHING);
    };
  }

  private static Value pairs(Set<String> words, Map<String, String> descriptions) {
    Set<String> keys = new LinkedHashSet<>();
    Set<String> values = new LinkedHashSet<>();
    for (String word : words) {
      keys.add(word.substring(0, word.indexOf('=')));
      values.add(word.substring(word.indexOf('=') + 1));
    }
    return new Value(Kind.PAIRS, candidates(keys, descriptions), List.copyOf(values));
  }

  private static List<Candidate> candidates(Set<String> words, Map<String, String> descriptions) {
    return words.stream()
        .map(word -> new Candidate(word, descriptions.getOrDefault(word, "")))
        .toList();
  }

  /** The first sentence: a list of candidates has one line for each. */
  private static String halfSentence(String... description) {
    String text = description.length == 0 ? "" : description[0];
    text = MARKUP.matcher(text).replaceAll("").replace("%%", "%");
    text = SPACES.matcher(text).replaceAll(" ").strip();
    text = END_OF_SENTENCE.split(text, 2)[0];
    boolean capital = text.length() > 1 && Character.isLowerCase(text.charAt(1));
    return capital ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
  }
}
