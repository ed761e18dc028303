package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.json.JsonOut;
import java.io.PrintStream;
import tools.jackson.core.JsonGenerator;

/**
 * Findings for programs. Version 1: lines and columns from 1, columns in UTF-16 units, ends
 * exclusive; files in the order of the arguments, findings by position. The numbers {@code fixed},
 * {@code known} and {@code stale} stand in the summary when they are not 0.
 */
final class JsonReporter implements Reporter {
  private static final int VERSION = 1;

  private final boolean statistics;

  /**
   * Prepares a reporter.
   *
   * @param statistics whether to add the number of findings by rule
   */
  JsonReporter(boolean statistics) {
    this.statistics = statistics;
  }

  @Override
  public void write(Report report, PrintStream out) {
    try (JsonGenerator json = JsonOut.compact(out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      json.writeArrayPropertyStart("files");
      report.files().forEach(file -> file(json, file));
      json.writeEndArray();
      if (statistics) {
        statistics(json, report);
      }
      summary(json, report);
      json.writeEndObject();
    }
    out.print('\n');
  }

  private static void file(JsonGenerator json, Report.FileReport file) {
    json.writeStartObject();
    json.writeStringProperty("path", file.path());
    if (file instanceof Report.ManifestReport manifest) {
      JsonOut.string(json, "model", manifest.model().map(Report.ModelSummary::path));
    }
    json.writeArrayPropertyStart("diagnostics");
    JsonFinding finding = new JsonFinding(json, Place.lines(file));
    for (Diagnostic diagnostic : file.diagnostics()) {
      json.writeStartObject();
      finding.write(diagnostic);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void statistics(JsonGenerator json, Report report) {
    json.writeArrayPropertyStart("statistics");
    for (Statistics.Row row : Statistics.of(report)) {
      json.writeStartObject();
      json.writeStringProperty("rule", row.rule().value());
      json.writeStringProperty("severity", row.severity().label());
      json.writeNumberProperty("count", row.count());
      json.writeNumberProperty("safeFixes", row.safeFixes());
      json.writeNumberProperty("unsafeFixes", row.unsafeFixes());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void summary(JsonGenerator json, Report report) {
    json.writeObjectPropertyStart("summary");
    json.writeNumberProperty("manifests", report.manifests().size());
    json.writeNumberProperty("errors", report.count(Severity.ERROR));
    json.writeNumberProperty("warnings", report.count(Severity.WARNING));
    json.writeNumberProperty("infos", report.count(Severity.INFO));
    unlessZero(json, "fixed", report.numbers().fixed());
    unlessZero(json, "known", report.numbers().known());
    unlessZero(json, "stale", report.numbers().stale());
    json.writeEndObject();
  }

  /** A number of something that most runs were not asked to do. */
  private static void unlessZero(JsonGenerator json, String name, int number) {
    if (number != 0) {
      json.writeNumberProperty(name, number);
    }
  }
}
