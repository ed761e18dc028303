package dev.wmllint.cli;

import dev.wmllint.baseline.Baseline;
import dev.wmllint.baseline.BaselineException;
import dev.wmllint.baseline.BaselineRun;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.report.FileReport;
import dev.wmllint.report.RunNumbers;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.Count;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Predicate;

/** {@code --baseline}: leaves out what is known, or makes everything known. */
final class KnownFindings {
  private final Options.BaselineUse use;
  private final BaselineRun run;
  private final Outcome outcome;

  /**
   * Reads the baseline.
   *
   * @throws UsageException when that cannot be done; one that is to be written need not be there
   */
  KnownFindings(Options.BaselineUse use, Outcome outcome) throws UsageException {
    this.use = use;
    this.outcome = outcome;
    try {
      Baseline known = use.write() ? Baseline.readIfThere(use.file()) : Baseline.read(use.file());
      this.run = new BaselineRun(known, use.file());
    } catch (BaselineException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /**
   * A file without its known findings.
   *
   * @param ran whether a rule would have spoken about this file
   */
  FileReport leftOut(FileReport file, Predicate<RuleId> ran) {
    FileReport fresh = file.unknownTo(run, ran);
    return use.write() ? file.withDiagnostics(List.of()) : fresh;
  }

  /** Writes the baseline, or says what it lists in vain; adds the numbers. */
  RunNumbers conclude(RunNumbers numbers) {
    if (use.write()) {
      write();
      return numbers.withBaseline(run.found(), 0);
    }
    List<Baseline.Entry> stale = run.stale();
    for (Baseline.Entry entry : stale) {
      outcome.say(entry.path() + ": no " + entry.rule() + " any more, as the baseline has it");
    }
    if (!stale.isEmpty()) {
      outcome.say("--write-baseline brings the baseline up to date");
    }
    return numbers.withBaseline(run.known(), stale.size());
  }

  private void write() {
    Baseline current = run.current();
    int count = current.entries().size();
    try {
      byte[] text = current.text().getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(use.file(), text, AtomicFile.Access.AS_BEFORE);
      outcome.say("wrote " + Count.of(count, "finding") + " to " + use.file());
    } catch (CannotWriteException e) {
      outcome.fail(ExitCode.USAGE, e.getMessage());
    }
  }
}
