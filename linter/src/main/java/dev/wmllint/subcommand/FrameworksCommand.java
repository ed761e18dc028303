package dev.wmllint.subcommand;

import static dev.wmllint.spi.Arguments.add;
import static dev.wmllint.spi.Arguments.choice;
import static dev.wmllint.spi.Arguments.flag;
import static dev.wmllint.spi.Arguments.has;
import static dev.wmllint.spi.Arguments.option;
import static dev.wmllint.spi.Arguments.path;
import static dev.wmllint.spi.Arguments.value;

import dev.wmllint.config.Config;
import dev.wmllint.config.ConfigFinder;
import dev.wmllint.config.ConfigProblem;
import dev.wmllint.config.ConfigReader;
import dev.wmllint.config.ConfigResult;
import dev.wmllint.config.FrameworkChanges;
import dev.wmllint.config.FrameworkList;
import dev.wmllint.config.Frameworks;
import dev.wmllint.config.FrameworksEdit;
import dev.wmllint.config.Origin;
import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Ellipsis;
import dev.wmllint.text.Printable;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code wml-lint frameworks}: the table in force, and how to put another one into force. */
public final class FrameworksCommand extends Subcommand {
  private static final List<String> FORMATS = List.of("text", "json");
  private static final int MAX_WARNINGS = 10;
  private static final int MAX_SHOWN = 60;

  public FrameworksCommand() {
    super("frameworks", "show the supported frameworks, or import a printed list of them");
  }

  @Override
  public CommandSpec spec() {
    return add(
        CommandSpec.create(),
        option(
            "--from",
            "FILE",
            "Write the list that 'bx ml list frameworks' prints into the configuration; -"
                + " is standard input."),
        flag("--dry-run", "With --from: print the configuration instead of writing it."),
        option(
            "--config",
            "FILE",
            "The configuration (default: the nearest "
                + ConfigFinder.FILE_NAME
                + ", in the current folder or above it)."),
        option("--format", "FORMAT", "text (default) or json.").completionCandidates(FORMATS));
  }

  @Override
  public int run(ParseResult arguments, Terminal terminal) throws UsageException {
    Optional<Path> config = path(arguments, "--config");
    Optional<String> from = value(arguments, "--from");
    boolean json = choice(arguments, "--format", FORMATS).orElse("text").equals("json");
    boolean dry = has(arguments, "--dry-run");
    if (from.isPresent() && value(arguments, "--format").isPresent()) {
      throw new UsageException("--format cannot be used with --from");
    }
    if (from.isEmpty() && dry) {
      throw new UsageException("--dry-run requires --from");
    }
    // What is to be written need not be there.
    boolean fresh = from.isPresent() && config.isPresent() && !Files.exists(config.get());
    ConfigFinder finder =
        fresh
            ? ConfigFinder.none()
            : config.map(ConfigFinder::always).orElseGet(ConfigFinder::nearest);
    ConfigResult result = finder.of(Path.of(""));
    List<ConfigProblem> problems = from.isPresent() ? obstacles(result) : result.problems();
    if (!problems.isEmpty()) {
      problems.forEach(problem -> terminal.show(problem.line()));
      return ExitCode.USAGE;
    }
    if (from.isPresent()) {
      Path file = result.config().file().or(() -> config).orElse(Path.of(ConfigFinder.FILE_NAME));
      return new Import(file, result.config(), dry, terminal)
          .run(read(new InputFile(from.get()), terminal));
    }
    return show(result.config(), json, terminal);
  }

  /** A table that is about to be replaced may be as wrong as it likes. */
  private static List<ConfigProblem> obstacles(ConfigResult result) {
    Optional<Path> file = result.config().file();
    if (result.isSound() || file.isEmpty()) {
      return result.problems();
    }
    try {
      byte[] bytes = ConfigReader.bytes(file.get());
      return FrameworksEdit.obstacles(result, SourceText.decode(file.get().toString(), bytes));
    } catch (IOException e) {
      return result.problems();
    }
  }

  private static int show(Config config, boolean json, Terminal terminal) {
    Map<String, List<String>> table = table(config);
    Origin origin = config.frameworks().map(Frameworks::origin).orElse(Origin.DEFAULT);
    terminal
        .out()
        .print(json ? FrameworksOutput.json(table, origin) : FrameworksOutput.text(table, origin));
    return ExitCode.CLEAN;
  }

  private static Map<String, List<String>> table(Config config) {
    return config
        .frameworks()
        .map(Frameworks::table)
        .orElseGet(() -> ManifestSchema.builtIn().frameworks());
  }

  private static Frameworks read(InputFile from, Terminal terminal) throws UsageException {
    String name = from.isStdin() ? "standard input" : "'" + from.argument() + "'";
    Path file = from.isStdin() ? Path.of(SourceText.STDIN) : path(from.argument());
    byte[] bytes = from.read(name, FrameworkList.MAX_BYTES, terminal);
    String text = SourceText.decode(from.argument(), bytes).text();
    warn(file, FrameworkList.unread(text), terminal);
    return FrameworkList.of(text, file)
        .orElseThrow(
            () ->
                new UsageException(
                    name
                        + " has no row with number, name and version; give it what 'bx ml list"
                        + " frameworks' prints"));
  }

  private static void warn(Path file, List<FrameworkList.Unread> rows, Terminal terminal) {
    for (FrameworkList.Unread row : rows.subList(0, Math.min(MAX_WARNINGS, rows.size()))) {
      String shown = Ellipsis.atEnd(row.text(), MAX_SHOWN);
      String line = file + ":" + row.line() + ": not read: '" + shown + "'";
      terminal.show(line + "; a row has a number, a name and a version");
    }
    if (rows.size() > MAX_WARNINGS) {
      terminal.show("and " + (rows.size() - MAX_WARNINGS) + " more lines not read");
    }
  }

  /** */
  private record Import(Path file, Config before, boolean dry, Terminal terminal) {
    int run(Frameworks list) throws UsageException {
      Optional<byte[]> old = load();
      SourceText source = SourceText.decode(file.toString(), old.orElse(new byte[0]));
      Map<String, List<String>> table = list.table();
      String text =
          FrameworksEdit.apply(file, source, table)
              .orElseThrow(
                  () ->
                      new UsageException(
                          "'"
                              + file
                              + "' has a form that cannot be edited; write its frameworks by"
                              + " hand"));
      boolean same = text.equals(source.text());
      String done = same ? "as it is" : dry ? "not written" : old.isEmpty() ? "created" : "changed";
      if (!same && !dry) {
        save(old, source.withText(text).encode());
      }
      if (dry) {
        terminal.out().print(terminal.interactive() ? Printable.lines(text) : text);
      }
      FrameworkChanges changes = FrameworkChanges.between(table(before), table);
      (dry ? terminal.err() : terminal.out()).print(FrameworksOutput.changes(changes, file, done));
      return ExitCode.CLEAN;
    }

    private Optional<byte[]> load() throws UsageException {
      try {
        return Files.exists(file) ? Optional.of(ConfigReader.bytes(file)) : Optional.empty();
      } catch (IOException e) {
        throw new UsageException("cannot read '" + file + "'");
      }
    }

    private void save(Optional<byte[]> old, byte[] content) throws UsageException {
      try {
        if (old.isPresent()) {
          AtomicFile.replace(file, old.get(), content);
        } else {
          AtomicFile.write(file, content, AtomicFile.Access.AS_BEFORE);
        }
      } catch (CannotWriteException e) {
        throw new UsageException(e.getMessage());
      }
    }
  }
}
