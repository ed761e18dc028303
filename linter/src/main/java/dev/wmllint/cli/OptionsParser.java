package dev.wmllint.cli;

import static dev.wmllint.spi.Arguments.add;
import static dev.wmllint.spi.Arguments.addGroup;
import static dev.wmllint.spi.Arguments.choice;
import static dev.wmllint.spi.Arguments.files;
import static dev.wmllint.spi.Arguments.flag;
import static dev.wmllint.spi.Arguments.has;
import static dev.wmllint.spi.Arguments.help;
import static dev.wmllint.spi.Arguments.option;
import static dev.wmllint.spi.Arguments.options;
import static dev.wmllint.spi.Arguments.path;
import static dev.wmllint.spi.Arguments.positionals;
import static dev.wmllint.spi.Arguments.requireOneOf;
import static dev.wmllint.spi.Arguments.value;
import static dev.wmllint.spi.Arguments.values;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Safety;
import dev.wmllint.report.Format;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.spi.ColourOption;
import dev.wmllint.spi.FrameworksOption;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Nearest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParseResult;

/** The options of a run of the linter. */
final class OptionsParser {
  /** More threads than this wait for the one that puts out what they find. */
  private static final int USUAL_JOBS = 16;

  private static final int MAX_JOBS = 256;

  private OptionsParser() {}

  /** The description of the command line, without the sub-commands. */
  static CommandSpec spec(String version) {
    CommandSpec spec = CommandSpec.create().name("wml-lint").version("wml-lint " + version);
    spec.usageMessage()
        .customSynopsis("wml-lint [OPTIONS] FILE...", "wml-lint COMMAND ...")
        .description(
            "Checks deep-learning training manifests, and the model definitions that are submitted"
                + " with them.",
            "A model definition (a zip or a folder) belongs to the manifest before it, or, if it"
                + " comes first, to the one after it.")
        .exitCodeList(
            UsageMessageSpec.keyValuesMap(
                "0:nothing at or above --fail-on",
                "1:findings at or above --fail-on; with --diff, also something to fix",
                "2:a wrong command line or configuration, or input that cannot be read",
                "3:an internal error; the other findings are complete"))
        .footer(
            "'wml-lint COMMAND --help' lists the options of a command. Write ./NAME for a file with"
                + " the name of a command.");
    add(
        spec,
        files(
            "FILE",
            "0..*",
            "Manifests, model definitions, folders to search for manifests, globs, or - for"
                + " standard input."));
    addGroup(
        spec,
        "Which files",
        flag(
            "--skip-others",
            "Skip files that are not training manifests, and those that the configuration"
                + " excludes."),
        option(
            "--stdin-filename",
            "PATH",
            "The path of the manifest on standard input: for messages, and to find its model"
                + " definition."));
    addGroup(
        spec,
        "Model definition",
        option(
            "--model", "PATH", "The model definition of all manifests that are given without one."),
        flag("--no-model", "Use no model definition."));
    addGroup(
        spec,
        "Findings",
        option(
                "--fail-on",
                "SEVERITY",
                "The lowest severity that gives exit code 1: error (default), warning, info; or"
                    + " never.")
            .completionCandidates(List.of("error", "warning", "info", "never")),
        option("--baseline", "FILE", "Leave out the findings that are listed in the file."),
        flag("--write-baseline", "Write the findings of this run to the file of --baseline."));
    addGroup(
        spec,
        "Fixes",
        flag("--fix", "Apply the safe fixes, and report what remains."),
        flag(
            "--unsafe-fixes",
            "With --fix or --diff: also apply fixes that may change the meaning. Review them."),
        flag("--diff", "Show what --fix would change, and change nothing."));
    addGroup(
        spec,
        "Settings",
        option(
            "--config",
            "FILE",
            "The configuration (default: the nearest .wml-lint.yaml, in the manifest's folder"
                + " or above it)."),
        flag("--no-config", "Use no configuration."),
        flag("--show-config", "Show the settings in force, and where each comes from."),
        options("--rule", "ID=SEVERITY", "Set a rule to off, info, warning or error. Repeatable.")
            .splitRegex(" *, *")
            .completionCandidates(() -> ruleSettings().iterator()),
        FrameworksOption.spec());
    addGroup(
        spec,
        "Output",
        options(
                "--format",
                "FORMAT[=FILE]",
                String.join(", ", Format.labels()) + ". Repeatable; =FILE writes to a file.")
            .completionCandidates(Format.labels()),
        flag("--statistics", "Count the findings by rule, instead of showing them."),
        ColourOption.spec(),
        flag("--quiet", "No summary."));
    return add(
        spec,
        option(
                "--jobs",
                "N",
                "Check N manifests in parallel (default: the number of processors, at most 16).")
            .names("-j", "--jobs"),
        help(),
        OptionSpec.builder("-V", "--version").versionHelp(true).description("Show the version."));
  }

  /** All that {@code --rule} takes, for shells to offer. */
  private static List<String> ruleSettings() {
    return RuleRegistry.names().stream()
        .flatMap(rule -> RuleSetting.words().stream().map(severity -> rule + "=" + severity))
        .toList();
  }

  static Options read(ParseResult given, Map<String, String> environment) throws UsageException {
    List<String> files = positionals(given);
    // Before the files are missed: a --rule without a value has taken the next word for one.
    Map<RuleId, RuleSetting> rules = rules(given);
    if (files.isEmpty() && !has(given, "--show-config")) {
      throw new UsageException("no file given; see 'wml-lint --help'");
    }
    exclude(given, "--model", "--no-model");
    exclude(given, "--config", "--no-config");
    exclude(given, "--diff", "--write-baseline");
    exclude(given, "--diff", "--statistics");
    return new Options(
        files,
        path(given, "--model"),
        has(given, "--no-model"),
        outputs(given),
        failOn(given),
        new Options.Settings(
            path(given, "--config"),
            has(given, "--no-config"),
            has(given, "--show-config"),
            rules,
            FrameworksOption.read(given)),
        baseline(given),
        fixing(given),
        ColourOption.isOn(given, environment),
        has(given, "--quiet"),
        has(given, "--statistics"),
        has(given, "--skip-others"),
        value(given, "--stdin-filename"),
        jobs(given));
  }

  private static int jobs(ParseResult given) throws UsageException {
    Optional<String> number = value(given, "--jobs");
    if (number.isEmpty()) {
      return Math.min(Runtime.getRuntime().availableProcessors(), USUAL_JOBS);
    }
    int jobs = number.get().matches("[0-9]{1,4}") ? Integer.parseInt(number.get()) : 0;
    if (jobs < 1 || jobs > MAX_JOBS) {
      throw new UsageException(
          "--jobs takes a number from 1 to " + MAX_JOBS + ", not '" + number.get() + "'");
    }
    return jobs;
  }

  private static void exclude(ParseResult given, String one, String other) throws UsageException {
    if (has(given, one) && has(given, other)) {
      throw new UsageException(one + " and " + other + " cannot be used together");
    }
  }

  /** Each file once, and one report at most for people and programs on standard output. */
  private static List<Options.Output> outputs(ParseResult given) throws UsageException {
    List<Options.Output> outputs = new ArrayList<>();
    Set<Optional<Path>> places = new HashSet<>();
    for (String setting : values(given, "--format")) {
      String[] parts = setting.split("=", 2);
      String label = parts[0];
      requireOneOf(Format.labels(), "--format", label);
      Format format = Format.ofLabel(label);
      Optional<Path> file = parts.length < 2 ? Optional.empty() : Optional.of(path(parts[1]));
      if (file.isPresent() && file.get().toString().isEmpty()) {
        throw new UsageException("--format " + label + "=: the file is missing");
      }
      file = file.filter(path -> !path.toString().equals(FileJob.STDIN));
      if (!places.add(file)) {
        throw new UsageException(
            "two formats for "
                + file.map(path -> "'" + path + "'").orElse("standard output")
                + "; '--format "
                + label
                + "=FILE' writes to a file");
      }
      if (has(given, "--statistics") && format != Format.TEXT && format != Format.JSON) {
        throw new UsageException("--statistics supports only text and json, not " + label);
      }
      outputs.add(new Options.Output(format, file));
    }
    if (has(given, "--diff")) {
      if (places.contains(Optional.<Path>empty())) {
        throw new UsageException(
            "--diff uses standard output; '--format FORMAT=FILE' writes the findings to a file");
      }
      return outputs;
    }
    return outputs.isEmpty() ? List.of(new Options.Output(Format.TEXT, Optional.empty())) : outputs;
  }

  private static Optional<Options.BaselineUse> baseline(ParseResult given) throws UsageException {
    boolean write = has(given, "--write-baseline");
    Optional<Path> file = path(given, "--baseline");
    if (write && file.isEmpty()) {
      throw new UsageException("--write-baseline requires --baseline FILE");
    }
    return file.map(path -> new Options.BaselineUse(path, write));
  }

  private static Optional<Options.Fixing> fixing(ParseResult given) throws UsageException {
    boolean unsafe = has(given, "--unsafe-fixes");
    boolean diff = has(given, "--diff");
    if (!diff && !has(given, "--fix")) {
      if (unsafe) {
        throw new UsageException("--unsafe-fixes requires --fix or --diff");
      }
      return Optional.empty();
    }
    return Optional.of(new Options.Fixing(unsafe ? Safety.UNSAFE : Safety.SAFE, diff));
  }

  private static Optional<Severity> failOn(ParseResult given) throws UsageException {
    List<String> words =
        Stream.concat(Stream.of(Severity.values()).map(Severity::label), Stream.of("never"))
            .toList();
    String word = choice(given, "--fail-on", words).orElse(Severity.ERROR.label());
    return Stream.of(Severity.values()).filter(one -> one.label().equals(word)).findFirst();
  }

  private static Map<RuleId, RuleSetting> rules(ParseResult given) throws UsageException {
    Map<RuleId, RuleSetting> rules = new HashMap<>();
    for (String setting : values(given, "--rule")) {
      String[] parts = setting.strip().split("=", 2);
      String id = parts[0];
      Optional<RuleSetting> read = RuleSetting.read(parts.length < 2 ? "" : parts[1]);
      if (read.isEmpty()) {
        throw new UsageException(
            "--rule takes ID=" + String.join("|", RuleSetting.words()) + ", not '" + setting + "'");
      }
      Optional<RuleInfo> rule = RuleRegistry.find(id);
      if (rule.isEmpty()) {
        throw new UsageException(
            "--rule: unknown rule '" + id + "'" + Nearest.didYouMean(id, RuleRegistry.names()));
      }
      rules.put(rule.get().id(), read.get());
    }
    return rules;
  }
}
