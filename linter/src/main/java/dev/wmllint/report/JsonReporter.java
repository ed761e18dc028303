package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Position;
import dev.wmllint.text.Span;
import java.io.PrintStream;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Findings for programs. Version 1: lines and columns from 1, columns in UTF-16 units, ends
 * exclusive; files in the order of the arguments, findings by position.
 */
public final class JsonReporter implements Reporter {
  private static final int VERSION = 1;

  @Override
  public void write(Report report, PrintStream out) {
    try (JsonGenerator json =
        JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build()
            .createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeNumberProperty("version", VERSION);
      json.writeName("files");
      json.writeStartArray();
      report.files().forEach(file -> file(json, file));
      json.writeEndArray();
      summary(json, report);
      json.writeEndObject();
    }
    out.println();
  }

  private static void summary(JsonGenerator json, Report report) {
    json.writeName("summary");
    json.writeStartObject();
    json.writeNumberProperty("manifests", report.manifests().size());
    json.writeNumberProperty("errors", report.count(Severity.ERROR));
    json.writeNumberProperty("warnings", report.count(Severity.WARNING));
    json.writeNumberProperty("infos", report.count(Severity.INFO));
    json.writeEndObject();
  }

  private static void file(JsonGenerator json, Report.FileReport file) {
    json.writeStartObject();
    json.writeStringProperty("path", file.path());
    Optional<LineIndex> lines = Optional.empty();
    if (file instanceof Report.ManifestReport manifest) {
      lines = Optional.of(manifest.source().lines());
      json.writeName("model");
      string(json, manifest.model().map(Report.ModelSummary::path));
    }
    json.writeName("diagnostics");
    json.writeStartArray();
    for (Diagnostic diagnostic : file.diagnostics()) {
      diagnostic(json, diagnostic, lines);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void diagnostic(
      JsonGenerator json, Diagnostic diagnostic, Optional<LineIndex> lines) {
    json.writeStartObject();
    json.writeStringProperty("rule", diagnostic.rule().value());
    json.writeStringProperty("severity", diagnostic.severity().label());
    json.writeStringProperty("message", diagnostic.fullMessage());
    json.writeName("path");
    string(json, diagnostic.path());
    json.writeName("range");
    range(json, diagnostic.span(), lines);
    json.writeName("related");
    json.writeStartArray();
    diagnostic.related().forEach(related -> related(json, related, lines));
    json.writeEndArray();
    json.writeName("fixes");
    json.writeStartArray();
    diagnostic.fixes().forEach(fix -> fix(json, fix, lines));
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void related(JsonGenerator json, Related related, Optional<LineIndex> lines) {
    json.writeStartObject();
    json.writeStringProperty("message", related.message());
    json.writeName("range");
    range(json, related.span(), lines);
    json.writeName("entry");
    string(json, related.entry());
    json.writeEndObject();
  }

  private static void fix(JsonGenerator json, Fix fix, Optional<LineIndex> lines) {
    json.writeStartObject();
    json.writeStringProperty("title", fix.title());
    json.writeStringProperty("safety", fix.safety().label());
    json.writeName("edits");
    json.writeStartArray();
    for (Edit edit : fix.edits()) {
      json.writeStartObject();
      json.writeName("range");
      range(json, Optional.of(edit.span()), lines);
      json.writeStringProperty("text", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void range(JsonGenerator json, Optional<Span> span, Optional<LineIndex> lines) {
    if (span.isEmpty() || lines.isEmpty()) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeName("start");
    position(json, lines.get().position(span.get().start()));
    json.writeName("end");
    position(json, lines.get().position(span.get().end()));
    json.writeEndObject();
  }

  private static void position(JsonGenerator json, Position position) {
    json.writeStartObject();
    json.writeNumberProperty("line", position.line() + 1);
    json.writeNumberProperty("column", position.column() + 1);
    json.writeEndObject();
  }

  private static void string(JsonGenerator json, Optional<String> value) {
    if (value.isPresent()) {
      json.writeString(value.get());
    } else {
      json.writeNull();
    }
  }
}
