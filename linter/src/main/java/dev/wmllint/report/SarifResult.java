package dev.wmllint.report;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.JsonOut;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;

/** The findings of one file as SARIF results. */
final class SarifResult {
  /** What relative addresses are relative to. */
  static final String BASE = "%SRCROOT%";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)}");

  private final JsonGenerator json;
  private final PortablePath path;
  private final Optional<LineIndex> lines;

  SarifResult(JsonGenerator json, FileResult file) {
    this.json = json;
    this.path = PortablePath.of(file.path());
    this.lines = Place.lines(file);
  }

  void write(Diagnostic diagnostic, int ruleIndex, Fingerprint fingerprint) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", diagnostic.rule().value());
    json.writeNumberProperty("ruleIndex", ruleIndex);
    json.writeStringProperty("level", SarifReporter.level(diagnostic.severity()));
    JsonOut.text(json, "message", message(diagnostic.fullMessage()));
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    physicalLocation(diagnostic.span());
    diagnostic.path().ifPresent(this::logicalLocation);
    json.writeEndObject();
    json.writeEndArray();
    related(diagnostic.related());
    json.writeObjectPropertyStart("partialFingerprints");
    json.writeStringProperty(Fingerprint.RECIPE, fingerprint.value());
    json.writeEndObject();
    fixes(diagnostic.fixes());
    json.writeEndObject();
  }

  /**
   * Keeps {@code {0}} from being taken for an argument (section 3.11.5) and {@code [a](b)} for a
   * link (3.11.6). Other braces should be doubled too, but viewers show them as they stand, and so
   * {@code ${{DATA_DIR}}} would be what people read.
   */
  private static String message(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("{{$1}}").replace("](", "\\](");
  }

  private void physicalLocation(Optional<Span> span) {
    json.writeObjectPropertyStart("physicalLocation");
    artifactLocation();
    json.writeName("region");
    if (span.isPresent() && lines.isPresent()) {
      region(span.get(), lines.get());
    } else {
      wholeFile();
    }
    json.writeEndObject();
  }

  private void artifactLocation() {
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", path.uri());
    if (!path.absolute()) {
      json.writeStringProperty("uriBaseId", BASE);
    }
    json.writeEndObject();
  }

  private void region(Span span, LineIndex index) {
    Place place = Place.of(span, index);
    json.writeStartObject();
    json.writeNumberProperty("startLine", place.line());
    json.writeNumberProperty("startColumn", place.column());
    json.writeNumberProperty("endLine", place.endLine());
    json.writeNumberProperty("endColumn", place.endColumn());
    json.writeEndObject();
  }

  /** A zip has no lines, but GitHub asks for one, and DefectDojo refuses a file without. */
  private void wholeFile() {
    json.writeStartObject();
    json.writeNumberProperty("startLine", 1);
    json.writeEndObject();
  }

  private void logicalLocation(String name) {
    json.writeArrayPropertyStart("logicalLocations");
    json.writeStartObject();
    json.writeStringProperty("fullyQualifiedName", name);
    json.writeEndObject();
    json.writeEndArray();
  }

  private void related(List<Related> others) {
    if (others.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("relatedLocations");
    for (Related other : others) {
      json.writeStartObject();
      physicalLocation(other.span());
      String separator = other.entry().isEmpty() || other.message().isEmpty() ? "" : ", ";
      String words = other.entry().orElse("") + separator + other.message();
      if (!words.isEmpty()) {
        JsonOut.text(json, "message", message(words));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void fixes(List<Fix> fixes) {
    if (fixes.isEmpty() || lines.isEmpty()) {
      return;
    }
    json.writeArrayPropertyStart("fixes");
    for (Fix fix : fixes) {
      json.writeStartObject();
      JsonOut.text(json, "description", message(fix.title()));
      json.writeArrayPropertyStart("artifactChanges");
      json.writeStartObject();
      artifactLocation();
      json.writeArrayPropertyStart("replacements");
      fix.edits().forEach(edit -> replacement(edit, lines.get()));
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeObjectPropertyStart("properties");
      json.writeStringProperty("safety", fix.safety().label());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void replacement(Edit edit, LineIndex index) {
    json.writeStartObject();
    json.writeName("deletedRegion");
    region(edit.span(), index);
    if (!edit.text().isEmpty()) {
      JsonOut.text(json, "insertedContent", edit.text());
    }
    json.writeEndObject();
  }
}
