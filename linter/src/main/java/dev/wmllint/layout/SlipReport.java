package dev.wmllint.layout;

import dev.wmllint.text.Count;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import dev.wmllint.yaml.syntax.Change;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says where a slip is, what happened, and how to read the text without it. */
final class SlipReport {
  private final LineReader reader;
  private final List<Row> rows;
  private final boolean readable;

  /** {@code readable}: whether the text is well-formed as it is. */
  SlipReport(LineReader reader, List<Row> rows, boolean readable) {
    this.reader = reader;
    this.rows = rows;
    this.readable = readable;
  }

  /**
   * What is wrong.
   *
   * @return with the changes that mend it; without, where only its author can say what is to stay
   */
  Problem of(Slip slip) {
    if (slip instanceof Slip.Moved moved) {
      return moved(moved);
    }
    if (slip instanceof Slip.Valued valued) {
      return valued(valued);
    }
    if (slip instanceof Slip.Repeated repeated) {
      return repeated(repeated);
    }
    return slip instanceof Slip.Lost lost ? lost(lost) : joined((Slip.Joined) slip);
  }

  /** How to read the text without a slip, of which {@code problem} is told. */
  List<Change> reading(Slip slip, Problem problem) {
    return slip instanceof Slip.Valued ? List.of(Change.remove(problem.span())) : problem.changes();
  }

  private Problem valued(Slip.Valued valued) {
    Row row = rows.get(valued.row());
    int start = reader.line(row.line()).value();
    String key = row.key().orElseThrow();
    return Problem.syntax(
        new Span(start, Math.max(start, row.content().end())),
        "'" + key + "' has a value on its line, and more below it",
        "keep one of the two");
  }

  private Problem moved(Slip.Moved moved) {
    Row first = rows.get(moved.from());
    int by = Math.abs(moved.by());
    String spaces = Count.of(by, "space");
    boolean deeper = moved.by() > 0;
    Optional<String> home = home(moved.undone(rows), moved.from());
    String subject = first.key().map(key -> "'" + key + "' is").orElse("this line is");
    String place =
        first.isText()
            ? home.map(key -> "it belongs to the value of '" + key + "'").orElse("")
            : home.map(key -> "it belongs in '" + key + "'").orElse("it is a top-level key");
    boolean several = moved.to() > moved.from();
    String what = several ? "it and the lines after it" : "it";
    String help = deeper ? "indent " + what + " by " + by + " more" : "remove " + spaces;
    return problem(
        Problem.Kind.NESTING,
        keySpan(first),
        subject + " indented " + spaces + (deeper ? " too little" : " too far"),
        (place.isEmpty() ? "" : place + "; ") + help,
        changes(moved));
  }

  /** The mapping that a row is in, or the key whose value it goes on with; empty for the root. */
  private static Optional<String> home(List<Row> rows, int row) {
    String path = "";
    boolean value = rows.get(row).isText();
    int column = rows.get(row).indent();
    for (int i = row - 1; i >= 0; i--) {
      Row above = rows.get(i);
      boolean item = !above.dashes().isEmpty() && above.indent() < column;
      boolean parent = above.key().isPresent() && (value || above.column() < column);
      if (parent) {
        path = above.key().get() + (path.isEmpty() || path.startsWith("[") ? path : "." + path);
        column = above.column();
        value = false;
      }
      if (item && above.indent() < column) {
        path = "[0]" + (path.isEmpty() ? path : "." + path);
        column = above.indent() + 1;
      }
    }
    return Optional.of(path).filter(home -> !home.isEmpty());
  }

  private List<Change> changes(Slip.Moved moved) {
    List<Change> changes = new ArrayList<>();
    int last = rows.get(moved.to()).line();
    for (int i = rows.get(moved.from()).line(); i <= last; i++) {
      TextLine line = reader.line(i);
      if (moved.by() > 0 && !line.isBlank()) {
        changes.add(Change.insert(line.start(), " ".repeat(moved.by())));
      } else if (!line.isBlank()) {
        int end = line.start() + Math.min(line.column(), -moved.by());
        changes.add(Change.remove(new Span(line.start(), end)));
      }
    }
    return changes;
  }

  private Problem repeated(Slip.Repeated repeated) {
    Row row = rows.get(repeated.row());
    Row above = rows.get(repeated.row() - 1);
    Span line = reader.lines().fullSpan(row.line());
    return new Problem(
        Problem.Kind.REPEATED,
        keySpan(row),
        "the line '" + row.text() + "' is there twice",
        "remove one of the two",
        Optional.of(keySpan(above)),
        List.of(Change.remove(line)));
  }

  private Problem lost(Slip.Lost lost) {
    Row next = rows.get(lost.before());
    Row row = lost.row();
    String words = (row.dashes().isEmpty() ? "" : "- ") + row.key().orElseThrow() + ":";
    int start = reader.lines().startOf(next.line());
    String end = reader.text().contains("\r\n") ? "\r\n" : "\n";
    String subject = next.key().map(key -> "'" + key + "' does").orElse("this list does");
    return problem(
        Problem.Kind.LOST,
        keySpan(next),
        subject + " not belong here",
        "add the line '" + words + "' above it",
        List.of(Change.insert(start, " ".repeat(row.indent()) + words + end)));
  }

  private Problem joined(Slip.Joined joined) {
    int start = reader.line(rows.get(joined.row()).line()).afterDashes();
    String key = joined.key().key();
    int end = start + key.length();
    return switch (joined.key().missing()) {
      case COLON ->
          Problem.syntax(
              rows.get(joined.row()).content(),
              "missing ':' after '" + key + "'",
              "write '" + key + ": value'",
              List.of(Change.insert(end, ":")));
      case SPACE ->
          Problem.syntax(
              new Span(end, end + 1),
              "missing space after ':'",
              "write 'key: value'",
              List.of(Change.insert(end + 1, " ")));
      case SPACE_AFTER_DASH ->
          Problem.syntax(
              new Span(start, start + 1),
              "missing space after '-'",
              "write '- item'",
              List.of(Change.insert(start + 1, " ")));
    };
  }

  private Problem problem(
      Problem.Kind kind, Span span, String message, String help, List<Change> changes) {
    Problem.Kind shown = readable ? kind : Problem.Kind.SYNTAX;
    return new Problem(shown, span, message, help, Optional.empty(), changes);
  }

  private Span keySpan(Row row) {
    TextLine line = reader.line(row.line());
    int from = line.afterDashes();
    int colon = line.colon();
    return colon < 0 ? row.content() : new Span(from, colon);
  }
}
