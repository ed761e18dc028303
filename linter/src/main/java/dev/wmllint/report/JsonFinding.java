package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.Edit;
import dev.wmllint.text.JsonOut;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A finding in our own JSON formats.
 *
 * @param lines the manifest's; empty for a model definition
 */
record JsonFinding(Optional<LineIndex> lines) {
  static JsonFinding in(FileResult file) {
    return new JsonFinding(Place.lines(file));
  }

  ObjectNode write(Diagnostic diagnostic, ObjectNode json) {
    json.put("rule", diagnostic.rule().value());
    json.put("severity", diagnostic.severity().label());
    json.put("message", diagnostic.fullMessage());
    json.put("path", diagnostic.path().orElse(null));
    range(diagnostic.span(), json);
    ArrayNode others = json.putArray("related");
    for (Related related : diagnostic.related()) {
      ObjectNode other = others.addObject().put("message", related.message().text());
      range(related.span(), other);
      other.put("entry", related.entry().orElse(null));
    }
    ArrayNode fixes = json.putArray("fixes");
    diagnostic.fixes().forEach(fix -> fix(fix, fixes.addObject()));
    return json;
  }

  private void fix(Fix fix, ObjectNode json) {
    json.put("title", fix.title().text()).put("safety", fix.safety().label());
    ArrayNode edits = json.putArray("edits");
    for (Edit edit : fix.edits()) {
      ObjectNode node = edits.addObject();
      range(Optional.of(edit.span()), node);
      node.put("text", edit.text());
    }
  }

  private void range(Optional<Span> span, ObjectNode json) {
    if (span.isEmpty() || lines.isEmpty()) {
      json.putNull("range");
      return;
    }
    Place place = Place.of(span.get(), lines.get());
    json.set(
        "range",
        JsonOut.object()
            .set("start", position(place.line(), place.column()))
            .set("end", position(place.endLine(), place.endColumn())));
  }

  private static ObjectNode position(int line, int column) {
    return JsonOut.object().put("line", line).put("column", column);
  }
}
