package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Position;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.util.Optional;

/**
 * A range as people count: lines and columns from 1.
 *
 * @param column in UTF-16 units
 * @param endLine the line of the range's end
 * @param endColumn in UTF-16 units, exclusive
 */
record Place(int line, int column, int endLine, int endColumn) {
  static Place of(Span span, LineIndex lines) {
    Position start = lines.position(span.start());
    Position end = lines.position(span.end());
    return new Place(start.line() + 1, start.column() + 1, end.line() + 1, end.column() + 1);
  }

  /** Where a finding is; empty for faults of a model definition. */
  static Optional<Place> of(FileResult file, Diagnostic diagnostic) {
    return lines(file).flatMap(lines -> diagnostic.span().map(span -> of(span, lines)));
  }

  /** The lines that a file's offsets count in; empty for a model definition. */
  static Optional<LineIndex> lines(FileResult file) {
    return file.source().map(SourceText::lines);
  }

  /** {@code job.yaml:5:14}, or the path alone. */
  static String words(String path, Optional<Place> place) {
    return place.map(at -> path + ":" + at.line + ":" + at.column).orElse(path);
  }
}
