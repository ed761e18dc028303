package dev.wmllint.cli;

import dev.wmllint.baseline.Baseline;
import dev.wmllint.baseline.BaselineException;
import dev.wmllint.baseline.BaselineRun;
import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.report.FileResult;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Count;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code --baseline}: leaves out what is known, or makes everything known. */
final class KnownFindings {
  private final Options.BaselineUse use;
  private final BaselineRun run;

  /**
   * @throws UsageException when the baseline cannot be read; one that is to be written may be
   *     missing
   */
  KnownFindings(Options.BaselineUse use) throws UsageException {
    this.use = use;
    try {
      Baseline known = use.write() ? Baseline.readIfThere(use.file()) : Baseline.read(use.file());
      this.run = new BaselineRun(known, use.file());
    } catch (BaselineException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** A file without its known findings. To be called for every file, with or without findings. */
  FileResult newIn(FileResult file) {
    var found = run.keepNew(file.path(), file.diagnostics(), file.fingerprints(), file.ran());
    return file.withDiagnostics(use.write() ? List.of() : found);
  }

  /** Number of findings that are not shown. */
  int known() {
    return use.write() ? run.found() : run.known();
  }

  /** Number of findings that the baseline lists and that no longer occur. */
  int stale() {
    return use.write() ? 0 : run.stale().size();
  }

  /** Writes the baseline, or says which of its findings no longer occur. */
  void conclude(Outcome outcome) {
    if (use.write()) {
      write(run.current(), outcome);
      return;
    }
    for (Baseline.Entry entry : run.stale()) {
      outcome.say(entry.path() + ": no " + entry.rule() + " any more, as the baseline has it");
    }
    if (stale() > 0) {
      outcome.say("--write-baseline brings the baseline up to date");
    }
  }

  private void write(Baseline current, Outcome outcome) {
    try {
      byte[] text = current.text().getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(use.file(), text, AtomicFile.Access.AS_BEFORE);
      outcome.say("wrote " + Count.of(current.entries().size(), "finding") + " to " + use.file());
    } catch (CannotWriteException e) {
      outcome.fail(ExitCode.USAGE, e.getMessage());
    }
  }
}
