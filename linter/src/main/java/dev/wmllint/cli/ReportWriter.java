package dev.wmllint.cli;

import dev.wmllint.config.ConfigFinder;
import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.AtomicOutput;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.report.FileResult;
import dev.wmllint.report.ReportOptions;
import dev.wmllint.report.ReportRoot;
import dev.wmllint.report.Reporter;
import dev.wmllint.report.RunNumbers;
import dev.wmllint.report.Tally;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.SourceDate;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a report where the options say, in each of the formats, file by file. */
final class ReportWriter implements AutoCloseable {
  private final Outcome outcome;
  private final Tally tally = new Tally();
  private final List<Reporter> reporters = new ArrayList<>();
  private final List<InFile> files = new ArrayList<>();

  /** Those that cannot be written; that is said at the end, when all else is. */
  private final List<CannotWriteException> failures = new ArrayList<>();

  private record InFile(PrintStream out, AtomicOutput file) {}

  /** Begins the report in each format; the one without a file goes to {@code out}. */
  ReportWriter(
      Options options, String version, Terminal terminal, PrintStream out, Outcome outcome) {
    this.outcome = outcome;
    Map<String, String> environment = terminal.environment();
    ReportRoot root = ReportRoot.of(Path.of("").toAbsolutePath(), environment);
    boolean namesRun = !environment.containsKey("GITHUB_ACTIONS");
    Instant now = now(environment);
    boolean summary = !options.quiet();
    for (Options.Output output : options.outputs()) {
      boolean coloured = options.colour() && output.file().isEmpty();
      ReportOptions style =
          new ReportOptions(coloured, summary, options.statistics(), version, root, namesRun, now);
      try {
        // What cannot be written to standard output is said for all commands alike: see WmlLint.
        PrintStream to = output.file().isPresent() ? open(output.file().get()) : out;
        reporters.add(output.format().reporter(style, to));
      } catch (CannotWriteException e) {
        failures.add(e);
      }
    }
  }

  /**
   * The moment, or that of a run that is to give the same bytes again (reproducible-builds.org).
   */
  private static Instant now(Map<String, String> environment) {
    try {
      return SourceDate.of(environment).orElseGet(Instant::now);
    } catch (UsageException e) {
      // Only one format has a time: no run fails for it.
      return Instant.now();
    }
  }

  /** Refuses two reports in one file, however it is spelled, and a report over an input. */
  static void checkPlaces(Options options, List<FileJob> jobs) throws UsageException {
    Set<Path> inputs = new HashSet<>();
    read(options, jobs).forEach(path -> inputs.add(ModelFinder.identity(path)));
    Set<Path> taken = new HashSet<>();
    for (Options.Output output : options.outputs()) {
      if (output.file().isEmpty() || isDevice(output.file().get())) {
        continue;
      }
      Path file = output.file().get();
      Path place = ModelFinder.identity(file).normalize();
      boolean config = ConfigFinder.isConfigName(String.valueOf(place.getFileName()));
      if (config || inputs.contains(place)) {
        throw new UsageException(
            "--format " + output.format().label() + "=" + file + " would overwrite an input file");
      }
      if (!taken.add(place)) {
        throw new UsageException("two formats for '" + file + "'");
      }
    }
  }

  /** More than one report may go to {@code /dev/null}. */
  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file);
  }

  private static List<Path> read(Options options, List<FileJob> jobs) {
    List<Path> paths = new ArrayList<>();
    for (FileJob job : jobs) {
      if (!job.isStdin()) {
        paths.add(job.path());
      }
      job.model().ifPresent(paths::add);
    }
    options.model().ifPresent(paths::add);
    options.baseline().ifPresent(use -> paths.add(use.file()));
    options.settings().config().ifPresent(paths::add);
    return paths;
  }

  private PrintStream open(Path path) throws CannotWriteException {
    AtomicOutput file = AtomicOutput.open(path, AtomicFile.Access.AS_BEFORE);
    PrintStream out = new PrintStream(file, false, StandardCharsets.UTF_8);
    files.add(new InFile(out, file));
    return out;
  }

  void file(FileResult file) {
    tally.add(file);
    reporters.forEach(reporter -> reporter.file(file));
  }

  Tally tally() {
    return tally;
  }

  /** Ends the report, and lets the files be seen that it went to. */
  void end(RunNumbers numbers) {
    reporters.forEach(reporter -> reporter.end(tally, numbers));
    for (InFile file : files) {
      file.out().flush();
      try {
        file.file().commit();
      } catch (CannotWriteException e) {
        failures.add(e);
      }
    }
    failures.forEach(failure -> outcome.fail(ExitCode.USAGE, failure.getMessage()));
  }

  @Override
  public void close() {
    files.forEach(file -> file.out().close());
  }
}
