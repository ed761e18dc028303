package dev.wmllint.cli;

import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.AtomicOutput;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.report.FileResult;
import dev.wmllint.report.ReportOptions;
import dev.wmllint.report.Reporter;
import dev.wmllint.report.RunNumbers;
import dev.wmllint.report.Tally;
import dev.wmllint.spi.ExitCode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Puts a report where the options say, in each of the formats, file by file. */
final class ReportWriter implements AutoCloseable {
  private final Outcome outcome;
  private final Tally tally = new Tally();
  private final List<Reporter> reporters = new ArrayList<>();
  private final List<InFile> files = new ArrayList<>();

  /** Those that cannot be written; that is said at the end, when all else is. */
  private final List<CannotWriteException> failures = new ArrayList<>();

  /** The stream that a reporter has, and the file behind it. */
  private record InFile(PrintStream out, AtomicOutput file) {}

  /**
   * Begins the report in each format.
   *
   * @param out where the report without a file goes
   */
  ReportWriter(Options options, String version, PrintStream out, Outcome outcome) {
    this.outcome = outcome;
    Path folder = Path.of("").toAbsolutePath();
    boolean summary = !options.quiet();
    for (Options.Output output : options.outputs()) {
      boolean coloured = options.colour() && output.file().isEmpty();
      ReportOptions style =
          new ReportOptions(coloured, summary, options.statistics(), version, folder);
      try {
        // What cannot be written to standard output is said for all commands alike: see WmlLint.
        PrintStream to = output.file().isPresent() ? open(output.file().get()) : out;
        reporters.add(output.format().reporter(style, to));
      } catch (CannotWriteException e) {
        failures.add(e);
      }
    }
  }

  private PrintStream open(Path path) throws CannotWriteException {
    AtomicOutput file = AtomicOutput.open(path, AtomicFile.Access.AS_BEFORE);
    PrintStream out = new PrintStream(file, false, StandardCharsets.UTF_8);
    files.add(new InFile(out, file));
    return out;
  }

  /** Puts out the next file. */
  void file(FileResult file) {
    tally.add(file);
    reporters.forEach(reporter -> reporter.file(file));
  }

  /** What was put out so far. */
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

  /** Lets go of what was not ended. */
  @Override
  public void close() {
    files.forEach(file -> file.out().close());
  }
}
