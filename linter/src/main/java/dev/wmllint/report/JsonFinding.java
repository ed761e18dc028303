package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.JsonOut;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** The fields of a finding, in the words of our own JSON formats. */
final class JsonFinding {
  private final JsonGenerator json;
  private final Optional<LineIndex> lines;

  /**
   * Prepares for the findings of one file.
   *
   * @param lines the manifest's; empty for a model definition
   */
  JsonFinding(JsonGenerator json, Optional<LineIndex> lines) {
    this.json = json;
    this.lines = lines;
  }

  /** Writes the fields into the object that is open. */
  void write(Diagnostic diagnostic) {
    json.writeStringProperty("rule", diagnostic.rule().value());
    json.writeStringProperty("severity", diagnostic.severity().label());
    json.writeStringProperty("message", diagnostic.fullMessage());
    JsonOut.string(json, "path", diagnostic.path());
    range(diagnostic.span());
    json.writeArrayPropertyStart("related");
    diagnostic.related().forEach(this::related);
    json.writeEndArray();
    json.writeArrayPropertyStart("fixes");
    diagnostic.fixes().forEach(this::fix);
    json.writeEndArray();
  }

  private void related(Related related) {
    json.writeStartObject();
    json.writeStringProperty("message", related.message().text());
    range(related.span());
    JsonOut.string(json, "entry", related.entry());
    json.writeEndObject();
  }

  private void fix(Fix fix) {
    json.writeStartObject();
    json.writeStringProperty("title", fix.title().text());
    json.writeStringProperty("safety", fix.safety().label());
    json.writeArrayPropertyStart("edits");
    for (Edit edit : fix.edits()) {
      json.writeStartObject();
      range(Optional.of(edit.span()));
      json.writeStringProperty("text", edit.text());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void range(Optional<Span> span) {
    json.writeName("range");
    if (span.isEmpty() || lines.isEmpty()) {
      json.writeNull();
      return;
    }
    Place place = Place.of(span.get(), lines.get());
    json.writeStartObject();
    position("start", place.line(), place.column());
    position("end", place.endLine(), place.endColumn());
    json.writeEndObject();
  }

  private void position(String name, int line, int column) {
    json.writeObjectPropertyStart(name);
    json.writeNumberProperty("line", line);
    json.writeNumberProperty("column", column);
    json.writeEndObject();
  }
}
