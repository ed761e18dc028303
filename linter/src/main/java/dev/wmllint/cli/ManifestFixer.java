package dev.wmllint.cli;

import dev.wmllint.config.Limit;
import dev.wmllint.diff.UnifiedDiff;
import dev.wmllint.engine.FixResult;
import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.redact.Redactor;
import dev.wmllint.report.DiffPrinter;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Terminal;
import dev.wmllint.text.Count;
import dev.wmllint.text.Position;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/** {@code --fix} and {@code --diff}: corrects manifests, or shows how it would. */
final class ManifestFixer {
  private final Options.Fixing fixing;
  private final boolean quiet;
  private final DiffPrinter printer;
  private final Console console;
  private final InputStream in;
  private final PrintStream out;
  private final Outcome outcome;
  private int applied;
  private int changedFiles;
  private int maskedHunks;
  private int replacedLines;

  /** Diffs, and the corrected text of standard input, go to the terminal's output. */
  ManifestFixer(
      Options.Fixing fixing, Options options, Terminal terminal, Console console, Outcome outcome) {
    this.fixing = fixing;
    this.quiet = options.quiet();
    this.console = console;
    this.printer = new DiffPrinter(options.colour(), console.isForProgram(terminal.environment()));
    this.in = terminal.in();
    this.out = terminal.out();
    this.outcome = outcome;
  }

  /**
   * Carries a correction out, or shows it.
   *
   * @return whether that could be done
   */
  boolean carryOut(FileJob job, byte[] bytes, FixResult result) {
    if (result.before().kind() == DocumentKind.MANIFEST
        && !result.before().diagnostics().isEmpty()
        && result.obstacle().isPresent()) {
      outcome.say(job.name() + " is left as it is: " + result.obstacle().get().reason());
    }
    if (!result.converged()) {
      outcome.say(job.name() + ": more can be fixed; run it once more");
    }
    if (fixing.diff()) {
      diff(job, result);
    } else if (job.isStdin() && !result.isChanged()) {
      passOn(job, bytes);
    } else if (job.isStdin()) {
      // As other tools do it: the corrected text goes where the text came from.
      out.writeBytes(result.source().encode());
      count(job, result);
    } else if (result.isChanged()) {
      return isWritten(job, bytes, result);
    }
    return true;
  }

  private void diff(FileJob job, FixResult result) {
    UnifiedDiff diff =
        UnifiedDiff.of(job.name(), result.before().document(), result.after().document());
    replacedLines += printer.print(diff, out);
    maskedHunks += diff.maskedHunks();
    diff.foreignEncoding()
        .ifPresent(
            encoding ->
                outcome.say(
                    job.name()
                        + " is "
                        + encoding
                        + ": the diff shows it in UTF-8, and does not apply; --fix does"));
    if (!diff.isEmpty()) {
      count(job, result);
      outcome.reach(ExitCode.FINDINGS);
    }
  }

  /**
   * Standard input as it came, also what was too much to read: it must not be lost on its way. But
   * it may have no end.
   */
  void passOn(FileJob job, byte[] start) {
    if (fixing.diff()) {
      return;
    }
    try {
      out.writeBytes(start);
      long left = Limit.TEXT_SIZE.most();
      byte[] part = new byte[1 << 16];
      for (int length = 0; length >= 0 && left > 0 && !console.isClosed(); left -= length) {
        out.write(part, 0, length);
        length = in.read(part);
      }
      if (left <= 0) {
        String most = Limit.TEXT_SIZE.written(Limit.TEXT_SIZE.most());
        outcome.fail(ExitCode.USAGE, job.name() + " is longer than " + most + "; the rest is lost");
      }
    } catch (IOException e) {
      outcome.fail(ExitCode.USAGE, "cannot read " + job.name());
    }
  }

  private boolean isWritten(FileJob job, byte[] bytes, FixResult result) {
    try {
      AtomicFile.replace(job.path(), bytes, result.source().encode());
      count(job, result);
      return true;
    } catch (CannotWriteException e) {
      outcome.fail(ExitCode.USAGE, e.getMessage());
      return false;
    }
  }

  /**
   * Counts the fixes, and shows a line for each. Places are those of the text as it was; what only
   * a fix uncovered has none there.
   */
  private void count(FileJob job, FixResult result) {
    applied += result.applied().size();
    changedFiles++;
    if (quiet || fixing.diff()) {
      return;
    }
    Redactor redactor =
        Redactor.ofVersions(result.before().document(), result.after().document()).before();
    for (FixResult.Applied fix : inOrderOfText(result.applied())) {
      String place =
          fix.position().map(at -> ":" + (at.line() + 1) + ":" + (at.column() + 1)).orElse("");
      String title = redactor.words(fix.title());
      outcome.show(job.name() + place + ": fixed: " + title + " [" + fix.rule() + "]");
    }
  }

  private static List<FixResult.Applied> inOrderOfText(List<FixResult.Applied> fixes) {
    Position last = new Position(Integer.MAX_VALUE, 0);
    return fixes.stream()
        .sorted(
            Comparator.comparing(FixResult.Applied::round)
                .thenComparing(
                    fix -> fix.position().orElse(last),
                    Comparator.comparing(Position::line).thenComparing(Position::column)))
        .toList();
  }

  int fixed() {
    return fixing.diff() ? 0 : applied;
  }

  /** Says what a diff cannot say itself. */
  void conclude() {
    out.flush();
    if (maskedHunks > 0) {
      outcome.say(
          Count.of(maskedHunks, "hunk shows", "hunks show")
              + " a masked secret and will not apply; --fix changes the file itself");
    }
    if (replacedLines > 0) {
      outcome.say(
          Count.of(replacedLines, "line shows", "lines show")
              + " U+FFFD for what a terminal or a log must not get, and will not apply; a diff in a"
              + " file has it as it is");
    }
    if (fixing.diff()) {
      String fixes = Count.of(applied, "fix", "fixes");
      String files = Count.of(changedFiles, "manifest");
      outcome.say(applied == 0 ? "nothing to fix" : "would apply " + fixes + " in " + files);
    }
  }
}
