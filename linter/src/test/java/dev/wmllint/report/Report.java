package dev.wmllint.report;

import dev.wmllint.diagnostic.Severity;
import java.util.List;

/** All that a run puts out. */
record Report(List<FileResult> files, RunNumbers numbers) {
  Report {
    files = List.copyOf(files);
  }

  void writeTo(Reporter reporter) {
    files.forEach(reporter::file);
    reporter.end(tally(), numbers);
  }

  private Tally tally() {
    Tally tally = new Tally();
    files.forEach(tally::add);
    return tally;
  }

  /** Number of findings. */
  int count() {
    return tally().count();
  }

  /** Number of findings of a severity. */
  int count(Severity severity) {
    return tally().count(severity);
  }
}
