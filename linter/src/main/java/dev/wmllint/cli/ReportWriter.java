package dev.wmllint.cli;

import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.report.Format;
import dev.wmllint.report.Report;
import dev.wmllint.report.ReportOptions;
import dev.wmllint.spi.ExitCode;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Puts a report where the options say. */
final class ReportWriter {
  private final Options options;
  private final String version;
  private final Outcome outcome;

  ReportWriter(Options options, String version, Outcome outcome) {
    this.options = options;
    this.version = version;
    this.outcome = outcome;
  }

  /**
   * Writes the report in each format.
   *
   * @param out where the report without a file goes
   * @param summary whether text ends with a line of numbers
   */
  void write(Report report, PrintStream out, boolean summary) {
    Path folder = Path.of("").toAbsolutePath();
    for (Options.Output output : options.outputs()) {
      boolean toFile = output.file().isPresent();
      ReportOptions style =
          new ReportOptions(
              options.colour() && !toFile, summary, options.statistics(), version, folder);
      if (toFile) {
        toFile(output.file().get(), output.format(), report, style);
      } else {
        // What cannot be written is said once, for all commands alike: see WmlLint.
        output.format().reporter(style).write(report, out);
      }
    }
  }

  private void toFile(Path file, Format format, Report report, ReportOptions style) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      format.reporter(style).write(report, out);
    }
    try {
      AtomicFile.write(file, bytes.toByteArray(), AtomicFile.Access.AS_BEFORE);
    } catch (CannotWriteException e) {
      outcome.fail(ExitCode.USAGE, e.getMessage());
    }
  }
}
