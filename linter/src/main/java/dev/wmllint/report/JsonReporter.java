package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.JsonOut;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/**
 * Findings for programs. Version 1: lines and columns from 1, columns in UTF-16 units, ends
 * exclusive; files in the order of the arguments, findings by position. The numbers {@code fixed},
 * {@code known} and {@code stale} stand in the summary when they are not 0.
 */
final class JsonReporter implements Reporter {
  private static final int VERSION = 1;

  private final Optional<Statistics> statistics;
  private final JsonGenerator json;
  private final PrintStream out;

  /**
   * Begins a report.
   *
   * @param statistics whether to add the number of findings by rule
   */
  JsonReporter(boolean statistics, PrintStream out) {
    this.statistics = statistics ? Optional.of(new Statistics()) : Optional.empty();
    this.json = JsonOut.compact(out);
    this.out = out;
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    json.writeArrayPropertyStart("files");
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    json.writeEndArray();
    statistics.ifPresent(found -> statistics(found.rows()));
    summary(tally, numbers);
    json.writeEndObject();
    json.close();
    out.print('\n');
  }

  @Override
  public void file(FileResult file) {
    statistics.ifPresent(found -> found.add(file));
    json.writeStartObject();
    json.writeStringProperty("path", file.path());
    if (file.source().isPresent()) {
      JsonOut.string(json, "model", file.model().map(ModelSummary::path));
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

  private void statistics(List<Statistics.Row> rows) {
    json.writeArrayPropertyStart("statistics");
    for (Statistics.Row row : rows) {
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

  private void summary(Tally tally, RunNumbers numbers) {
    json.writeObjectPropertyStart("summary");
    json.writeNumberProperty("manifests", tally.manifests());
    json.writeNumberProperty("errors", tally.count(Severity.ERROR));
    json.writeNumberProperty("warnings", tally.count(Severity.WARNING));
    json.writeNumberProperty("infos", tally.count(Severity.INFO));
    unlessZero("fixed", numbers.fixed());
    unlessZero("known", numbers.known());
    unlessZero("stale", numbers.stale());
    json.writeEndObject();
  }

  /** A number of something that most runs were not asked to do. */
  private void unlessZero(String name, int number) {
    if (number != 0) {
      json.writeNumberProperty(name, number);
    }
  }
}
