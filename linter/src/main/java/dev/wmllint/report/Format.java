package dev.wmllint.report;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

public enum Format {
  /** For people. */
  TEXT,
  /** For programs: one object. */
  JSON,
  /** For programs: an object per line and finding. */
  JSONL,
  /** Static Analysis Results Interchange Format 2.1.0 (OASIS). */
  SARIF,
  /** Workflow commands, which GitHub Actions turns into annotations. */
  GITHUB,
  /** A Code Quality report of GitLab. */
  GITLAB,
  /** The XML of JUnit's Ant task, for test reports. */
  JUNIT,
  /** The XML of Checkstyle, which many tools read. */
  CHECKSTYLE;

  /** The name that people write: {@code text}, {@code json} and so on. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All labels, in the order of the help. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Format::label).toList();
  }

  public static Format ofLabel(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /**
   * Begins a report in this format. Loads the classes of this format only.
   *
   * @param out stays open
   */
  public Reporter reporter(ReportOptions options, PrintStream out) {
    return switch (this) {
      case TEXT -> new TextReporter(options, out);
      case JSON -> new JsonReporter(options.statistics(), out);
      case JSONL -> new JsonlReporter(out);
      case SARIF -> new SarifReporter(options, out);
      case GITHUB -> new GithubReporter(options.root(), out);
      case GITLAB -> new GitlabReporter(options.root(), out);
      case JUNIT -> new JunitReporter(options.time(), out);
      case CHECKSTYLE -> new CheckstyleReporter(options.version(), out);
    };
  }
}
