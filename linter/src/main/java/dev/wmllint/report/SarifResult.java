package dev.wmllint.report;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.Edit;
import dev.wmllint.text.JsonOut;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The findings of one file as SARIF results. */
record SarifResult(PortablePath path, Optional<LineIndex> lines) {
  /** What relative addresses are relative to. */
  static final String BASE = "%SRCROOT%";

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([0-9]+)}");

  static SarifResult in(FileResult file, ReportRoot root) {
    return new SarifResult(root.path(file.path()), Place.lines(file));
  }

  ObjectNode of(Diagnostic diagnostic, int ruleIndex, Fingerprint fingerprint) {
    ObjectNode result = JsonOut.object().put("ruleId", diagnostic.rule().value());
    result.put("ruleIndex", ruleIndex);
    result.put("level", level(diagnostic.severity()));
    result.putObject("message").put("text", message(diagnostic.fullMessage()));
    ObjectNode location = result.putArray("locations").addObject();
    physicalLocation(diagnostic.span(), location);
    diagnostic
        .path()
        .ifPresent(
            name ->
                location.putArray("logicalLocations").addObject().put("fullyQualifiedName", name));
    related(diagnostic.related(), result);
    result.putObject("partialFingerprints").put(Fingerprint.RECIPE, fingerprint.value());
    if (lines.isPresent() && !diagnostic.fixes().isEmpty()) {
      ArrayNode fixes = result.putArray("fixes");
      diagnostic.fixes().forEach(fix -> fix(fix, lines.get(), fixes.addObject()));
    }
    return result;
  }

  /**
   * Keeps {@code {0}} from being taken for an argument (section 3.11.5) and {@code [a](b)} for a
   * link (3.11.6). Other braces should be doubled too, but viewers show them unchanged, and people
   * would read {@code ${{DATA_DIR}}}.
   */
  private static String message(String text) {
    return PLACEHOLDER.matcher(text).replaceAll("{{$1}}").replace("](", "\\](");
  }

  private void physicalLocation(Optional<Span> span, ObjectNode parent) {
    ObjectNode location = parent.putObject("physicalLocation");
    artifactLocation(location);
    location.set(
        "region",
        span.isPresent() && lines.isPresent()
            ? region(span.get(), lines.get())
            // A zip has no lines, but GitHub asks for one, and DefectDojo refuses a file without.
            : JsonOut.object().put("startLine", 1));
  }

  private void artifactLocation(ObjectNode parent) {
    ObjectNode location = parent.putObject("artifactLocation").put("uri", path.uri());
    if (!path.absolute()) {
      location.put("uriBaseId", BASE);
    }
  }

  private static ObjectNode region(Span span, LineIndex index) {
    Place place = Place.of(span, index);
    return JsonOut.object()
        .put("startLine", place.line())
        .put("startColumn", place.column())
        .put("endLine", place.endLine())
        .put("endColumn", place.endColumn());
  }

  private void related(List<Related> others, ObjectNode result) {
    if (others.isEmpty()) {
      return;
    }
    ArrayNode locations = result.putArray("relatedLocations");
    for (Related other : others) {
      ObjectNode location = locations.addObject();
      physicalLocation(other.span(), location);
      String separator = other.entry().isEmpty() || other.message().isEmpty() ? "" : ", ";
      String words = other.entry().orElse("") + separator + other.message().text();
      if (!words.isEmpty()) {
        location.putObject("message").put("text", message(words));
      }
    }
  }

  private void fix(Fix fix, LineIndex index, ObjectNode json) {
    json.putObject("description").put("text", message(fix.title().text()));
    ObjectNode change = json.putArray("artifactChanges").addObject();
    artifactLocation(change);
    ArrayNode replacements = change.putArray("replacements");
    for (Edit edit : fix.edits()) {
      ObjectNode replacement = replacements.addObject();
      replacement.set("deletedRegion", region(edit.span(), index));
      if (!edit.text().isEmpty()) {
        replacement.putObject("insertedContent").put("text", edit.text());
      }
    }
    json.putObject("properties").put("safety", fix.safety().label());
  }

  /** How findings and rules of a severity are called. */
  static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.label();
  }
}
