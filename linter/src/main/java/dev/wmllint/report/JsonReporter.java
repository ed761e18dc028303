package dev.wmllint.report;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.JsonOut;
import java.io.PrintStream;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings for programs. Version 1: lines and columns from 1, columns in UTF-16 units, ends
 * exclusive; files in the order of the arguments, findings by position. The summary has the numbers
 * {@code fixed}, {@code known} and {@code stale} when they are not 0.
 */
final class JsonReporter implements Reporter {
  private static final int VERSION = 1;

  private final Optional<Statistics> statistics;
  private final JsonGenerator json;
  private final PrintStream out;

  JsonReporter(boolean statistics, PrintStream out) {
    this.statistics = statistics ? Optional.of(new Statistics()) : Optional.empty();
    this.json = JsonOut.compact(out);
    this.out = out;
    json.writeStartObject();
    json.writeNumberProperty("version", VERSION);
    json.writeArrayPropertyStart("files");
  }

  @Override
  public void file(FileResult file) {
    statistics.ifPresent(found -> found.add(file));
    ObjectNode node = JsonOut.object().put("path", file.path());
    if (file.source().isPresent()) {
      node.put("model", file.model().map(ModelSummary::path).orElse(null));
    }
    ArrayNode findings = node.putArray("diagnostics");
    JsonFinding finding = JsonFinding.in(file);
    file.diagnostics().forEach(diagnostic -> finding.write(diagnostic, findings.addObject()));
    JsonOut.write(json, node);
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    json.writeEndArray();
    if (statistics.isPresent()) {
      JsonOut.write(json, "statistics", statistics.get().json());
    }
    ObjectNode summary = JsonOut.object().put("manifests", tally.manifests());
    summary.put("errors", tally.count(Severity.ERROR));
    summary.put("warnings", tally.count(Severity.WARNING));
    summary.put("infos", tally.count(Severity.INFO));
    unlessZero(summary, "fixed", numbers.fixed());
    unlessZero(summary, "known", numbers.known());
    unlessZero(summary, "stale", numbers.stale());
    JsonOut.write(json, "summary", summary);
    json.writeEndObject();
    json.close();
    out.print('\n');
  }

  /** A number of something that most runs were not asked to do. */
  private static void unlessZero(ObjectNode summary, String name, int number) {
    if (number != 0) {
      summary.put(name, number);
    }
  }
}
