package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.Count;
import dev.wmllint.text.Printable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Findings as workflow commands, which GitHub Actions shows as annotations. The log shows of a
 * command only its message: so that begins with the place.
 */
final class GithubReporter implements Reporter {
  /** Per step and kind (actions/toolkit, docs/problem-matchers.md); the runner drops the rest. */
  private static final int MAX_ANNOTATIONS = 10;

  private final PrintStream out;

  GithubReporter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void file(FileResult file) {
    for (Diagnostic diagnostic : file.diagnostics()) {
      out.print(command(file, diagnostic) + "\n");
    }
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    beyondTheLimit(tally).ifPresent(line -> out.print(line + "\n"));
  }

  private static String command(FileResult file, Diagnostic diagnostic) {
    String path = Printable.line(PortablePath.of(file.path()).names());
    Optional<Place> place = Place.of(file, diagnostic);
    WorkflowCommand command =
        new WorkflowCommand(name(diagnostic.severity())).property("file", path);
    place.ifPresent(at -> at(command, at));
    command.property("title", "wml-lint (" + diagnostic.rule() + ")");
    return command.message(
        Printable.line(Place.words(path, place) + ": " + diagnostic.fullMessage()));
  }

  private static String name(Severity severity) {
    return severity == Severity.INFO ? "notice" : severity.label();
  }

  /**
   * The runner takes columns only where both are on one line. Its end column is that of the last
   * character: it defaults to the first one's.
   */
  private static void at(WorkflowCommand command, Place place) {
    command.property("line", place.line()).property("endLine", place.endLine());
    if (place.line() == place.endLine()) {
      command
          .property("col", place.column())
          .property("endColumn", Math.max(place.column(), place.endColumn() - 1));
    }
  }

  private static Optional<String> beyondTheLimit(Tally tally) {
    List<String> many = new ArrayList<>();
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      int count = tally.count(severity);
      if (count > MAX_ANNOTATIONS) {
        many.add(Count.of(count, severity.label()));
      }
    }
    return many.isEmpty()
        ? Optional.empty()
        : Optional.of(
            String.join(", ", many)
                + ": GitHub shows the first "
                + MAX_ANNOTATIONS
                + " of each kind, this log has them all");
  }
}
