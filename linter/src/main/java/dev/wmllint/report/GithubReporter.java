package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.Count;
import dev.wmllint.text.Printable;
import java.io.PrintStream;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Findings as workflow commands, which GitHub Actions shows as annotations. The log shows of a
 * command only its message: so that begins with the place.
 */
final class GithubReporter implements Reporter {
  /** Per step and kind (actions/toolkit, docs/problem-matchers.md); the runner drops the rest. */
  private static final int MAX_ANNOTATIONS = 10;

  private final ReportRoot root;
  private final PrintStream out;

  GithubReporter(ReportRoot root, PrintStream out) {
    this.root = root;
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
    String many =
        Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
            .filter(severity -> tally.count(severity) > MAX_ANNOTATIONS)
            .map(severity -> Count.of(tally.count(severity), severity.label()))
            .collect(Collectors.joining(", "));
    if (!many.isEmpty()) {
      String shown = ": GitHub shows the first " + MAX_ANNOTATIONS + " of each kind";
      out.print(many + shown + ", this log has them all\n");
    }
  }

  private String command(FileResult file, Diagnostic diagnostic) {
    String path = Printable.line(root.path(file.path()).names());
    Optional<Place> place = Place.of(file, diagnostic);
    String kind = diagnostic.severity() == Severity.INFO ? "notice" : diagnostic.severity().label();
    String title = property("title", "wml-lint (" + diagnostic.rule() + ")");
    String message = Printable.line(Place.words(path, place) + ": " + diagnostic.fullMessage());
    return "::"
        + kind
        + " "
        + property("file", path)
        + place.map(GithubReporter::lines).orElse("")
        + ","
        + title
        + "::"
        + escaped(message);
  }

  /**
   * The runner takes columns only where both are on one line. Its end column is that of the last
   * character: it defaults to the first one's.
   */
  private static String lines(Place place) {
    String lines = ",line=" + place.line() + ",endLine=" + place.endLine();
    int endColumn = Math.max(place.column(), place.endColumn() - 1);
    return place.line() == place.endLine()
        ? lines + ",col=" + place.column() + ",endColumn=" + endColumn
        : lines;
  }

  /**
   * Escaped as the runner reads it (actions/runner, ActionCommand): a value can neither end the
   * command nor begin another.
   */
  private static String property(String name, String value) {
    return name + "=" + escaped(value).replace(":", "%3A").replace(",", "%2C");
  }

  private static String escaped(String value) {
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }
}
