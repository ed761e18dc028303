package dev.wmllint.yaml.syntax;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.LineReader;
import java.util.ArrayList;
import java.util.List;

/** What the mistake in a text may be: at first nothing, then the likeliest first. */
abstract class Candidates {
  final String text;
  final LineIndex lines;
  final LineReader reader;
  final SyntaxError error;
  final List<Candidate> candidates = new ArrayList<>();

  Candidates(LineReader reader, SyntaxError error) {
    this.text = reader.text();
    this.lines = reader.lines();
    this.reader = reader;
    this.error = error;
  }

  final void add(Span span, String message, String help, Repair repair) {
    add(Problem.syntax(span, message, help), repair);
  }

  final void add(Problem problem, Repair repair) {
    candidates.add(new Candidate(problem, repair));
  }

  /** What does not belong to the document at all. */
  final void addForeign(Span span, String message, String help) {
    add(span, message, help, Repair.passOver(List.of(span)));
  }

  final Repair blankLines(int first, int last) {
    return Repair.giveUp(new Span(lines.startOf(first), lines.endOf(last)));
  }

  final Problem quoteNeverClosed(int quote) {
    Span mark = reader.charAt(quote);
    return Problem.syntax(mark, "this quote is never closed", "close it with " + mark.of(text));
  }
}
