package dev.wmllint.subcommand;

import static dev.wmllint.spi.Arguments.add;
import static dev.wmllint.spi.Arguments.addGroup;
import static dev.wmllint.spi.Arguments.command;
import static dev.wmllint.spi.Arguments.files;
import static dev.wmllint.spi.Arguments.flag;
import static dev.wmllint.spi.Arguments.has;
import static dev.wmllint.spi.Arguments.option;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.config.ConfigResult;
import dev.wmllint.config.Frameworks;
import dev.wmllint.scaffold.Draft;
import dev.wmllint.scaffold.Field;
import dev.wmllint.scaffold.NextSteps;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.FrameworksOption;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code wml-lint init}: a new manifest. */
public final class InitCommand extends Subcommand {
  private static final String DEFAULT_FILE = "job.yaml";
  private static final String STDOUT = "-";

  public InitCommand() {
    super("init", "make a new manifest");
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        add(
            command(
                "Makes a new manifest. On a terminal it asks for what the options do not say;"
                    + " elsewhere it uses defaults. What only you know becomes a placeholder."),
            files(
                    "FILE",
                    "0..1",
                    "The manifest to write (default: job.yaml), or - for standard output.")
                .index("0"));
    addGroup(
        spec,
        "The run",
        option("--framework", "NAME", "The framework, such as tensorflow.")
            .completionCandidates(() -> allowed(Field.FRAMEWORK).iterator()),
        option("--framework-version", "VERSION", "Its version, such as 1.2-py3.")
            .completionCandidates(() -> versions().iterator()),
        FrameworksOption.spec(),
        option("--resource", "SIZE", "The size of the machine, such as small.")
            .completionCandidates(() -> allowed(Field.RESOURCE).iterator()),
        option(
            "--command",
            "COMMAND",
            "The command, or only the program's file, from which the command is made."),
        option("--name", "NAME", "A name for the run (default: the name of the folder)."),
        option("--author-name", "NAME", "The author."),
        option("--author-email", "ADDRESS", "The author's email address."));
    addGroup(
        spec,
        "Stores",
        option("--data-store", "TYPE", "The type of the data's store, such as s3.")
            .completionCandidates(() -> allowed(Field.DATA_STORE).iterator()),
        option("--data-bucket", "NAME", "The data's bucket or container."),
        option("--results-store", "TYPE", "The type of the results' store (default: the data's).")
            .completionCandidates(() -> allowed(Field.RESULTS_STORE).iterator()),
        option("--results-bucket", "NAME", "The results' bucket or container."));
    addGroup(
        spec,
        "Output",
        flag("--yes", "Ask nothing, even on a terminal.").names("-y", "--yes"),
        flag("--stdout", "Print the manifest."),
        flag("--force", "Overwrite the file."));
    return spec;
  }

  /** The values of a field that the format lists, for shells to offer. */
  private static List<String> allowed(Field field) {
    return ManifestSchema.builtIn()
        .at(field.path(), JsonNodeFactory.instance.objectNode())
        .map(SchemaNode::enumValues)
        .orElse(List.of());
  }

  /** The versions of all frameworks: a shell does not know which one was chosen. */
  private static List<String> versions() {
    return ManifestSchema.builtIn().frameworks().values().stream()
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    List<String> files = Arguments.positionals(arguments);
    String file = files.isEmpty() ? DEFAULT_FILE : files.get(0);
    boolean prints = has(arguments, "--stdout") || file.equals(STDOUT);
    OutputFile target = new OutputFile(Arguments.path(file), has(arguments, "--force"));
    if (!prints) {
      if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
        throw new UsageException("init writes YAML; name the file job.yaml, for example");
      }
      target.check();
    }
    Path folder = prints ? Path.of("") : target.folder();
    Optional<ManifestSchema> schema = schema(arguments, folder, terminal);
    if (schema.isEmpty()) {
      return ExitCode.USAGE;
    }
    Draft draft = given(arguments, Draft.in(folder, schema.get()));
    if (terminal.interactive() && !has(arguments, "--yes")) {
      draft = new Questions(terminal).ask(draft);
    }
    if (prints) {
      terminal.out().print(draft.yaml());
    } else {
      target.write(draft.yaml());
      terminal.show("wrote " + file + ": " + summary(draft));
      NextSteps.of(file).forEach(step -> terminal.show("  " + step));
    }
    return ExitCode.CLEAN;
  }

  private static Draft given(ParseResult arguments, Draft empty) throws UsageException {
    Draft draft = empty;
    for (Field field : Field.values()) {
      Optional<String> value = Arguments.value(arguments, "--" + field.id());
      if (value.isPresent()) {
        Optional<String> problem = draft.problem(field, value.get());
        if (problem.isPresent()) {
          throw new UsageException("--" + field.id() + ": " + problem.get());
        }
        draft = draft.with(field, value.get());
      }
    }
    return draft;
  }

  /**
   * With the frameworks in force where the manifest will be; empty when the configuration there is
   * not right, which is said.
   */
  private static Optional<ManifestSchema> schema(
      ParseResult arguments, Path folder, Terminal terminal) throws UsageException {
    Optional<Frameworks> frameworks = FrameworksOption.read(arguments);
    if (frameworks.isEmpty()) {
      ConfigResult config = ConfigFinder.nearest().of(folder);
      if (!config.isSound()) {
        config.problems().forEach(problem -> terminal.show(problem.line()));
        return Optional.empty();
      }
      frameworks = config.config().frameworks();
    }
    return Optional.of(
        frameworks
            .map(table -> ManifestSchema.builtIn().withFrameworks(table.table()))
            .orElseGet(ManifestSchema::builtIn));
  }

  private static String summary(Draft draft) {
    String framework =
        draft.get(Field.FRAMEWORK).orElse("") + " " + draft.get(Field.FRAMEWORK_VERSION).orElse("");
    String data = draft.get(Field.DATA_STORE).orElse("");
    String results = draft.get(Field.RESULTS_STORE).orElse("");
    return framework
        + ", "
        + draft.get(Field.RESOURCE).orElse("")
        + (data.equals(results)
            ? ", data and results in " + data
            : ", data in " + data + ", results in " + results);
  }
}
