package dev.wmllint.layout;

import dev.wmllint.text.Count;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where a slip is, and how to read the text without it.
 *
 * @param problem what is wrong; without a mend where only its author can say what is to stay
 * @param edits the text without them is read
 */
record SlipReport(Problem problem, List<Edit> edits) {
  /** {@code readable}: whether the text is well-formed as it is. */
  static SlipReport of(Slip slip, List<Row> rows, LineReader reader, boolean readable) {
    Writer writer = new Writer(reader, rows, readable);
    if (slip instanceof Slip.Valued valued) {
      Problem problem = writer.valued(valued);
      return new SlipReport(problem, List.of(Edit.remove(problem.span())));
    }
    Problem problem =
        slip instanceof Slip.Moved moved
            ? writer.moved(moved)
            : slip instanceof Slip.Repeated repeated
                ? writer.repeated(repeated)
                : slip instanceof Slip.Lost lost
                    ? writer.lost(lost)
                    : writer.unseparated((Slip.Unseparated) slip);
    return new SlipReport(problem, problem.mend().orElseThrow().edits());
  }

  private record Writer(LineReader reader, List<Row> rows, boolean readable) {
    Problem valued(Slip.Valued valued) {
      Row row = rows.get(valued.row());
      int start = reader.line(row.line()).value();
      return new Problem(
          Problem.Kind.SYNTAX,
          new Span(start, Math.max(start, row.content().end())),
          Message.ofKey(row.key().orElseThrow())
              .text(" has a value on its line, and more below it"),
          Message.of("keep one of the two"),
          Optional.empty(),
          Optional.empty());
    }

    Problem moved(Slip.Moved moved) {
      Row first = rows.get(moved.from());
      int by = Math.abs(moved.by());
      String spaces = Count.of(by, "space");
      boolean deeper = moved.by() > 0;
      String what = moved.to() > moved.from() ? "it and the lines after it" : "it";
      String title = deeper ? "indent " + what + " by " + by + " more" : "remove " + spaces;
      Message subject =
          first.key().map(key -> Message.ofKey(key).text(" is")).orElse(Message.of("this line is"));
      Message place = place(moved);
      return problem(
              Problem.Kind.NESTING,
              keySpan(first),
              subject.text(" indented " + spaces + (deeper ? " too little" : " too far")),
              place.isEmpty() ? Message.of(title) : place.text("; " + title))
          .mendedBy(title, edits(moved));
    }

    private Message place(Slip.Moved moved) {
      Optional<String> home = home(moved.undone(rows), moved.from());
      if (rows.get(moved.from()).isText()) {
        return home.map(key -> Message.of("it belongs to the value of ").key(key))
            .orElse(Message.EMPTY);
      }
      return home.map(key -> Message.of("it belongs in ").key(key))
          .orElse(Message.of("it is a top-level key"));
    }

    /** The mapping that a row is in, or the key whose value it goes on with; empty for the root. */
    private static Optional<String> home(List<Row> rows, int row) {
      String path = "";
      boolean value = rows.get(row).isText();
      int column = rows.get(row).indent();
      for (int i = row - 1; i >= 0; i--) {
        Row above = rows.get(i);
        boolean item = !above.dashes().isEmpty() && above.indent() < column;
        if (above.key().isPresent() && (value || above.column() < column)) {
          path = above.key().get() + (path.isEmpty() || path.startsWith("[") ? path : "." + path);
          column = above.column();
          value = false;
        }
        if (item) {
          path = "[0]" + (path.isEmpty() ? path : "." + path);
          column = above.indent() + 1;
        }
      }
      return Optional.of(path).filter(home -> !home.isEmpty());
    }

    private List<Edit> edits(Slip.Moved moved) {
      List<Edit> edits = new ArrayList<>();
      int last = rows.get(moved.to()).line();
      for (int i = rows.get(moved.from()).line(); i <= last; i++) {
        TextLine line = reader.line(i);
        if (moved.by() > 0 && !line.isBlank()) {
          edits.add(Edit.insert(line.start(), " ".repeat(moved.by())));
        } else if (!line.isBlank()) {
          int end = line.start() + Math.min(line.column(), -moved.by());
          edits.add(Edit.remove(new Span(line.start(), end)));
        }
      }
      return edits;
    }

    /** Of both lines the one without a value goes. */
    Problem repeated(Slip.Repeated repeated) {
      Row row = rows.get(repeated.second());
      Row above = rows.get(repeated.second() - 1);
      Span line = reader.lines().fullSpan(rows.get(repeated.empty()).line());
      String dash = row.dashes().isEmpty() ? "" : "- ";
      return new Problem(
              Problem.Kind.REPEATED,
              keySpan(row),
              Message.of("the line ")
                  .quoted(dash + row.key().orElseThrow() + ":")
                  .text(" is there twice"),
              Message.of("remove one of the two"),
              Optional.of(keySpan(above)),
              Optional.empty())
          .mendedBy("remove one of the two", List.of(Edit.remove(line)));
    }

    Problem lost(Slip.Lost lost) {
      Row next = rows.get(lost.before());
      Row row = lost.row();
      String words = (row.dashes().isEmpty() ? "" : "- ") + row.key().orElseThrow() + ":";
      int start = reader.lines().startOf(next.line());
      String end = reader.text().contains("\r\n") ? "\r\n" : "\n";
      Message subject =
          next.key()
              .map(key -> Message.ofKey(key).text(" does"))
              .orElse(Message.of("this list does"));
      String title = "add the line '" + words + "' above it";
      return problem(
              Problem.Kind.LOST, keySpan(next), subject.text(" not belong here"), Message.of(title))
          .mendedBy(title, List.of(Edit.insert(start, " ".repeat(row.indent()) + words + end)));
    }

    Problem unseparated(Slip.Unseparated unseparated) {
      int start = reader.line(rows.get(unseparated.row()).line()).afterDashes();
      String key = unseparated.key().key();
      int end = start + key.length();
      return switch (unseparated.key().missing()) {
        case COLON ->
            syntax(
                rows.get(unseparated.row()).content(),
                "missing ':' after '" + key + "'",
                "write '" + key + ": value'",
                Edit.insert(end, ":"));
        case SPACE ->
            syntax(
                new Span(end, end + 1),
                "missing space after ':'",
                "write 'key: value'",
                Edit.insert(end + 1, " "));
        case SPACE_AFTER_DASH ->
            syntax(
                new Span(start, start + 1),
                "missing space after '-'",
                "write '- item'",
                Edit.insert(start + 1, " "));
      };
    }

    private static Problem syntax(Span span, String message, String help, Edit edit) {
      return Problem.syntax(span, message, help).mendedBy(help, List.of(edit));
    }

    private Problem problem(Problem.Kind kind, Span span, Message message, Message help) {
      Problem.Kind shown = readable ? kind : Problem.Kind.SYNTAX;
      return new Problem(shown, span, message, help, Optional.empty(), Optional.empty());
    }

    private Span keySpan(Row row) {
      TextLine line = reader.line(row.line());
      int from = line.afterDashes();
      int colon = line.colon();
      return colon < 0 ? row.content() : new Span(from, colon);
    }
  }
}
