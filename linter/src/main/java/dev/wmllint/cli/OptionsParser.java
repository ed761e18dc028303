package dev.wmllint.cli;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.text.Nearest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line's description, through picocli's programmatic model: its annotations cost 55 ms
 * of reflection at each start.
 */
final class OptionsParser {
  private final Map<String, String> environment;
  private final CommandLine commandLine;

  OptionsParser(Map<String, String> environment, String version, List<Subcommand> subcommands) {
    this.environment = environment;
    this.commandLine =
        new CommandLine(spec(version, subcommands))
            .setExpandAtFiles(false)
            .setOverwrittenOptionsAllowed(true)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setUsageHelpWidth(80);
  }

  private static CommandSpec spec(String version, List<Subcommand> subcommands) {
    CommandSpec spec = CommandSpec.create().name("wml-lint").version("wml-lint " + version);
    spec.usageMessage()
        .customSynopsis("wml-lint [OPTIONS] FILE...")
        .description(
            "Checks deep-learning training manifests, and the model definitions that they are"
                + " submitted with.",
            "A model definition (a zip, or a folder) belongs to the manifest before it, or to the"
                + " one behind it when it comes first.")
        .sortOptions(false)
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes());
    if (!subcommands.isEmpty()) {
      String list =
          subcommands.stream()
              .map(command -> String.format("  %-12s %s%%n", command.name(), command.summary()))
              .collect(Collectors.joining());
      spec.usageMessage().footer("%nCommands:%n" + list);
    }
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("FILE")
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Manifests, model definitions, folders to search for manifests, globs, or - for"
                    + " standard input.")
            .build());
    spec.addArgGroup(modelOptions());
    spec.addArgGroup(findingOptions());
    spec.addArgGroup(outputOptions());
    spec.addOption(
        OptionSpec.builder("-h", "--help").usageHelp(true).description("Show this help.").build());
    spec.addOption(
        OptionSpec.builder("-V", "--version")
            .versionHelp(true)
            .description("Show the version.")
            .build());
    return spec;
  }

  private static Map<String, String> exitCodes() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("0", "nothing at or above --fail-on");
    codes.put("1", "findings");
    codes.put("2", "a mistake on the command line, or input that cannot be read");
    codes.put("3", "an internal error; the other findings are complete");
    return codes;
  }

  private static ArgGroupSpec group(String heading, int order, OptionSpec... options) {
    ArgGroupSpec.Builder group =
        ArgGroupSpec.builder().heading("%n" + heading + ":%n").validate(false).order(order);
    for (OptionSpec option : options) {
      group.addArg(option);
    }
    return group.build();
  }

  private static ArgGroupSpec modelOptions() {
    return group(
        "Model definition",
        1,
        option("--model", "PATH", "The model definition of all manifests that are given."),
        flag("--no-model", "Look at no model definition."),
        option(
            "--stdin-filename",
            "PATH",
            "The path of the manifest on standard input: for messages, and to find its model"
                + " definition."));
  }

  private static ArgGroupSpec findingOptions() {
    return group(
        "Findings",
        2,
        OptionSpec.builder("--rule")
            .paramLabel("ID=SEVERITY")
            .arity("1")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .splitRegex(",")
            .description("Set a rule to off, info, warning or error. Repeatable.")
            .build(),
        option(
            "--fail-on", "SEVERITY", "Exit with 1 from error (default), warning, info or never."),
        option(
            "--frameworks",
            "FILE",
            "The frameworks in force: the list that 'bx ml list frameworks' prints."),
        flag("--skip-others", "Pass over files that are no training manifests."));
  }

  private static ArgGroupSpec outputOptions() {
    return group(
        "Output",
        3,
        option("--format", "FORMAT", "text (default) or json."),
        option("--color", "WHEN", "auto (default), always or never."),
        flag("--quiet", "No summary."));
  }

  private static OptionSpec option(String name, String label, String description) {
    return OptionSpec.builder(name)
        .paramLabel(label)
        .arity("1")
        .type(String.class)
        .description(description)
        .build();
  }

  private static OptionSpec flag(String name, String description) {
    return OptionSpec.builder(name).arity("0").type(boolean.class).description(description).build();
  }

  /** The help, at 80 columns. */
  String help() {
    return commandLine.getUsageMessage(Ansi.OFF);
  }

  String version() {
    return commandLine.getCommandSpec().version()[0];
  }

  /** What was asked for. */
  sealed interface Request {
    /** {@code --help}. */
    record Help() implements Request {}

    /** {@code --version}. */
    record Version() implements Request {}

    /** A run. */
    record Lint(Options options) implements Request {}
  }

  Request parse(List<String> arguments) throws UsageException {
    ParseResult result;
    try {
      result = commandLine.parseArgs(arguments.toArray(String[]::new));
    } catch (CommandLine.UnmatchedArgumentException e) {
      throw new UsageException(unknown(e));
    } catch (CommandLine.ParameterException e) {
      throw new UsageException(e.getMessage());
    }
    if (result.isUsageHelpRequested()) {
      return new Request.Help();
    }
    if (result.isVersionHelpRequested()) {
      return new Request.Version();
    }
    return new Request.Lint(options(result));
  }

  private String unknown(CommandLine.UnmatchedArgumentException e) {
    String argument = e.getUnmatched().get(0);
    List<String> names =
        commandLine.getCommandSpec().options().stream().map(OptionSpec::longestName).toList();
    String hint =
        Nearest.of(argument, names).map(name -> "; did you mean '" + name + "'?").orElse("");
    return "unknown option '" + argument + "'" + hint;
  }

  private Options options(ParseResult result) throws UsageException {
    List<String> files = result.matchedPositionalValue(0, List.<String>of());
    if (files.isEmpty()) {
      throw new UsageException("no file given; 'wml-lint --help' shows how to call it");
    }
    if (value(result, "--model").isPresent() && result.hasMatchedOption("--no-model")) {
      throw new UsageException("--model and --no-model exclude each other");
    }
    return new Options(
        List.copyOf(files),
        path(result, "--model"),
        result.hasMatchedOption("--no-model"),
        choice(result, "--format", Map.of("text", Options.Format.TEXT, "json", Options.Format.JSON))
            .orElse(Options.Format.TEXT),
        failOn(result),
        severities(result),
        path(result, "--frameworks"),
        colour(result),
        result.hasMatchedOption("--quiet"),
        result.hasMatchedOption("--skip-others"),
        value(result, "--stdin-filename"));
  }

  private static Optional<String> value(ParseResult result, String option) {
    return Optional.ofNullable(result.matchedOptionValue(option, (String) null));
  }

  private static Optional<Path> path(ParseResult result, String option) throws UsageException {
    Optional<String> value = value(result, option);
    try {
      return value.map(Path::of);
    } catch (InvalidPathException e) {
      throw new UsageException(option + ": not a path");
    }
  }

  private static <T> Optional<T> choice(ParseResult result, String option, Map<String, T> choices)
      throws UsageException {
    Optional<String> value = value(result, option);
    if (value.isPresent() && !choices.containsKey(value.get())) {
      String known = choices.keySet().stream().sorted().collect(Collectors.joining(", "));
      throw new UsageException(option + " takes one of " + known + ", not '" + value.get() + "'");
    }
    return value.map(choices::get);
  }

  private static Map<String, Optional<Severity>> severityNames(String none) {
    Map<String, Optional<Severity>> names = new HashMap<>();
    for (Severity severity : Severity.values()) {
      names.put(severity.label(), Optional.of(severity));
    }
    names.put(none, Optional.empty());
    return names;
  }

  private static Optional<Severity> failOn(ParseResult result) throws UsageException {
    return choice(result, "--fail-on", severityNames("never")).orElse(Optional.of(Severity.ERROR));
  }

  private static Map<RuleId, Optional<Severity>> severities(ParseResult result)
      throws UsageException {
    Map<RuleId, Optional<Severity>> severities = new HashMap<>();
    Map<String, RuleInfo> known =
        RuleRegistry.catalogue().stream()
            .collect(Collectors.toMap(info -> info.id().value(), Function.identity()));
    for (String setting : result.matchedOptionValue("--rule", List.<String>of())) {
      int equals = setting.indexOf('=');
      String id = equals < 0 ? setting : setting.substring(0, equals);
      String word = equals < 0 ? "" : setting.substring(equals + 1);
      Optional<Severity> severity = severityNames("off").get(word);
      if (severity == null) {
        throw new UsageException("--rule takes ID=off|info|warning|error, not '" + setting + "'");
      }
      if (!known.containsKey(id)) {
        String hint =
            Nearest.of(id, known.keySet()).map(name -> "; did you mean '" + name + "'?").orElse("");
        throw new UsageException("--rule: unknown rule '" + id + "'" + hint);
      }
      severities.put(known.get(id).id(), severity);
    }
    return severities;
  }

  /** The conventions of no-color.org and force-color.org. */
  private boolean colour(ParseResult result) throws UsageException {
    String when =
        choice(result, "--color", Map.of("auto", "auto", "always", "always", "never", "never"))
            .orElse("auto");
    if (!when.equals("auto")) {
      return when.equals("always");
    }
    if (isSet("NO_COLOR")) {
      return false;
    }
    if (isSet("FORCE_COLOR")) {
      return !environment.get("FORCE_COLOR").toLowerCase(Locale.ROOT).matches("0|false");
    }
    return !"dumb".equals(environment.get("TERM")) && Ansi.AUTO.enabled();
  }

  private boolean isSet(String variable) {
    return !environment.getOrDefault(variable, "").isEmpty();
  }
}
