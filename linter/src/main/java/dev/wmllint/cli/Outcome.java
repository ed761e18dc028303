package dev.wmllint.cli;

import dev.wmllint.spi.ExitCode;
import dev.wmllint.text.Printable;
import java.io.PrintStream;
import java.util.List;

/** What a run says beside its report, and what it ends with. */
final class Outcome {
  private final PrintStream err;
  private int exitCode = ExitCode.CLEAN;
  private int failures;

  Outcome(PrintStream err) {
    this.err = err;
  }

  /** Something worth knowing, and no reason to fail. */
  void say(String words) {
    err.println("wml-lint: " + Printable.line(words));
  }

  /** A line for people, beside the report. */
  void show(String line) {
    err.println(Printable.line(line));
  }

  /** Something that could not be done; the rest of the run goes on. */
  void fail(int code, String words) {
    say(words);
    failures++;
    reach(code);
  }

  /** The same, where more lines say more of it. */
  void fail(int code, List<String> lines) {
    fail(code, lines.get(0));
    lines.stream().skip(1).forEach(this::show);
  }

  /** The same, for a line that says itself where the mistake is, as compilers do. */
  void failAt(int code, String line) {
    show(line);
    failures++;
    reach(code);
  }

  /** Of several exit codes the highest wins. */
  void reach(int code) {
    exitCode = Math.max(exitCode, code);
  }

  int exitCode() {
    return exitCode;
  }

  int failures() {
    return failures;
  }
}
