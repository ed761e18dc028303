package dev.wmllint.cli;

import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Terminal;
import java.util.List;

/** What a run says beside its report, and what it ends with. */
final class Outcome {
  private final Terminal terminal;
  private int exitCode = ExitCode.CLEAN;
  private int failures;

  Outcome(Terminal terminal) {
    this.terminal = terminal;
  }

  void say(String words) {
    terminal.say(words);
  }

  /** A line for people, beside the report. */
  void show(String line) {
    terminal.show(line);
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
