package dev.wmllint.cli;

import dev.wmllint.diff.UnifiedDiff;
import dev.wmllint.engine.FixResult;
import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.redact.Redactor;
import dev.wmllint.report.DiffPrinter;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.text.Count;
import dev.wmllint.text.Position;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;

/** {@code --fix} and {@code --diff}: corrects manifests, or shows how it would. */
final class ManifestFixer {
  private final Options.Fixing fixing;
  private final boolean quiet;
  private final DiffPrinter printer;
  private final PrintStream out;
  private final Outcome outcome;
  private int fixed;
  private int changedFiles;
  private int maskedHunks;

  /**
   * Prepares a run.
   *
   * @param out takes the diffs, and the corrected text of standard input
   */
  ManifestFixer(Options.Fixing fixing, Options options, PrintStream out, Outcome outcome) {
    this.fixing = fixing;
    this.quiet = options.quiet();
    this.printer = new DiffPrinter(options.colour());
    this.out = out;
    this.outcome = outcome;
  }

  /**
   * Carries a correction out, or shows it.
   *
   * @return whether that could be done
   */
  boolean carryOut(ManifestFile file, FixResult result) {
    boolean manifest = result.before().kind() == DocumentKind.MANIFEST;
    result
        .obstacle()
        .filter(obstacle -> manifest && !result.before().diagnostics().isEmpty())
        .ifPresent(
            obstacle ->
                outcome.say(file.source().name() + " is left as it is: " + obstacle.reason()));
    if (!result.converged()) {
      outcome.say(file.source().name() + ": more can be fixed; run it once more");
    }
    if (fixing.diff()) {
      diff(file, result);
      return true;
    }
    if (file.job().isStdin()) {
      print(file, result);
      return true;
    }
    return !result.isChanged() || isWritten(file, result);
  }

  private void diff(ManifestFile file, FixResult result) {
    UnifiedDiff diff =
        UnifiedDiff.of(file.source().name(), result.before().document(), result.after().document());
    printer.print(diff, out);
    maskedHunks += diff.maskedHunks();
    diff.foreignEncoding()
        .ifPresent(
            encoding ->
                outcome.say(
                    file.source().name()
                        + " is "
                        + encoding
                        + ": the diff shows it in UTF-8, and does not apply; --fix does"));
    count(file, result);
    if (!diff.isEmpty()) {
      outcome.reach(ExitCode.FINDINGS);
    }
  }

  /** As other tools do it: the corrected text goes where the text came from. */
  private void print(ManifestFile file, FixResult result) {
    if (!result.isChanged()) {
      passOn(file);
      return;
    }
    byte[] text = result.source().encode();
    out.write(text, 0, text.length);
    count(file, result);
  }

  /** Standard input as it came: what cannot be corrected must not be lost on its way. */
  void passOn(ManifestFile file) {
    if (fixing.diff()) {
      return;
    }
    try {
      file.everything().transferTo(out);
    } catch (IOException e) {
      outcome.fail(ExitCode.USAGE, "cannot read " + file.source().name());
    }
  }

  private boolean isWritten(ManifestFile file, FixResult result) {
    try {
      AtomicFile.replace(file.path(), file.bytes(), result.source().encode());
      count(file, result);
      return true;
    } catch (CannotWriteException e) {
      outcome.fail(ExitCode.USAGE, e.getMessage());
      return false;
    }
  }

  private void count(ManifestFile file, FixResult result) {
    if (!result.isChanged()) {
      return;
    }
    fixed += result.applied().size();
    changedFiles++;
    if (!quiet && !fixing.diff()) {
      report(file, result);
    }
  }

  /**
   * One line a fix. Places are those of the text as it was; what only came to light on the way has
   * none there.
   */
  private void report(ManifestFile file, FixResult result) {
    Redactor redactor =
        Redactor.ofVersions(result.before().document(), result.after().document()).before();
    for (FixResult.Applied fix : inOrderOfText(result.applied())) {
      String place =
          fix.position().map(at -> ":" + (at.line() + 1) + ":" + (at.column() + 1)).orElse("");
      outcome.show(
          file.source().name()
              + place
              + ": fixed: "
              + redactor.words(fix.title())
              + " ["
              + fix.rule()
              + "]");
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

  /** Number of fixes that were applied; with {@code --diff}, that would be. */
  int fixed() {
    return fixed;
  }

  /** Says what a diff cannot say itself. */
  void conclude() {
    out.flush();
    if (maskedHunks > 0) {
      outcome.say(
          Count.of(maskedHunks, "hunk shows", "hunks show")
              + " a masked secret and will not apply; --fix changes the file itself");
    }
    if (fixing.diff()) {
      String fixes = Count.of(fixed, "fix", "fixes");
      String files = Count.of(changedFiles, "manifest");
      outcome.say(fixed == 0 ? "nothing to fix" : "would apply " + fixes + " in " + files);
    }
  }
}
