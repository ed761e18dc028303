package dev.wmllint.yaml.syntax;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What gets into a document by accident and is no YAML at all: the marks of a merge conflict, chars
 * that look like a space or like nothing.
 */
public final class ForeignText {
  private static final List<String> CONFLICT = List.of("<<<<<<<", "|||||||", "=======", ">>>>>>>");

  private final LineReader reader;
  private final String text;

  public ForeignText(LineReader reader) {
    this.reader = reader;
    this.text = reader.text();
  }

  /** The marks that version control leaves; of both sides the first is read. */
  Optional<Candidate> conflict() {
    List<Span> foreign = new ArrayList<>();
    Optional<Span> first = Optional.empty();
    boolean theirs = false;
    for (int line = 0; line < reader.lines().count(); line++) {
      Span span = reader.lines().span(line);
      Optional<String> mark = conflictMark(span);
      if (mark.isPresent()) {
        first = first.or(() -> Optional.of(span));
        theirs = !mark.get().equals(CONFLICT.get(0)) && !mark.get().equals(CONFLICT.get(3));
      }
      if (mark.isPresent() || theirs) {
        foreign.add(span);
      }
    }
    if (theirs) {
      // No closing mark: there is nothing to tell the two sides apart by.
      foreign.removeIf(span -> conflictMark(span).isEmpty());
    }
    return first.map(
        span ->
            new Candidate(
                Problem.syntax(
                    span,
                    "this is the mark of a merge conflict that was not resolved",
                    "keep one side of the conflict and remove the marks"),
                Repair.passOver(foreign)));
  }

  private Optional<String> conflictMark(Span line) {
    return CONFLICT.stream()
        .filter(mark -> text.startsWith(mark, line.start()))
        .filter(mark -> line.length() == 7 || text.charAt(line.start() + 7) == ' ')
        .findFirst();
  }

  /** Chars that look like a space where only a true one counts, where the text has any. */
  public Optional<Candidate> falseBlanks() {
    List<Span> all = FalseBlanks.in(text, reader.lines());
    Repair spaces = Repair.passOver(all).and(Repair.indentWithSpaces(reader.lines()));
    return all.stream()
        .findFirst()
        .map(first -> FalseBlanks.problem(text, first, "replace it by spaces"))
        .map(problem -> new Candidate(problem, spaces));
  }

  /** The same, where one of them is in a line or just above it. */
  Optional<Candidate> falseBlanks(int line, int linesAbove) {
    int first = reader.lines().startOf(Math.max(0, line - linesAbove));
    Span near = new Span(first, reader.lines().endOf(line));
    boolean any = FalseBlanks.in(text, reader.lines()).stream().anyMatch(near::contains);
    return any ? falseBlanks() : Optional.empty();
  }

  /** The comments of a JSON text, where there are any: YAML takes them for text. */
  public Optional<Candidate> comments() {
    List<Span> comments = new ArrayList<>();
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      boolean starts = i == 0 || Chars.isWhite(text.charAt(i - 1)) || isPunctuation(i - 1);
      int next = i + 1;
      if (c == '"') {
        next = Brackets.behindQuoted(text, i);
      } else if (c == '#' && starts) {
        next = reader.lines().endOf(reader.lines().lineOf(i));
      } else if (starts && (text.startsWith("//", i) || text.startsWith("/*", i))) {
        next = commentEnd(i);
        comments.add(new Span(i, next));
      }
      i = Math.max(i + 1, next);
    }
    return comments.stream()
        .findFirst()
        .map(
            first ->
                new Candidate(
                    Problem.syntax(
                        new Span(first.start(), first.start() + 2),
                        "'"
                            + text.substring(first.start(), first.start() + 2)
                            + "' starts no comment in YAML",
                        "write '# ' for a comment"),
                    Repair.passOver(comments)));
  }

  private boolean isPunctuation(int at) {
    return ",[]{}:".indexOf(text.charAt(at)) >= 0;
  }

  private int commentEnd(int start) {
    int lineEnd = reader.lines().endOf(reader.lines().lineOf(start));
    int close = text.startsWith("/*", start) ? text.indexOf("*/", start + 2) : -1;
    return close < 0 ? lineEnd : close + 2;
  }
}
