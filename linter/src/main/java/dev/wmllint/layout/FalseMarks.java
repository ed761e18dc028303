package dev.wmllint.layout;

import dev.wmllint.text.Blanks;
import dev.wmllint.text.Count;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import dev.wmllint.yaml.lines.TextLine;
import dev.wmllint.yaml.syntax.FalseBlanks;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chars that an office program or a web page put in the place of YAML's: dashes and bullets before
 * list items, spaces that are none.
 */
record FalseMarks(LineReader reader) {
  /** Hyphens, dashes and bullets. */
  private static final String DASHES =
      "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2022\u2023\u25E6\u00B7*";

  /** What is to be changed, and why; of several readings one is right. */
  List<Problem> find() {
    List<Problem> found = new ArrayList<>();
    dashes().ifPresent(found::add);
    List<Span> invisible = FalseBlanks.in(reader.text(), reader.lines());
    if (found.isEmpty() && !invisible.isEmpty()) {
      found.add(spaces(invisible, false));
      found.add(spaces(invisible, true));
    }
    return found;
  }

  private Optional<Problem> dashes() {
    List<Span> found = new ArrayList<>();
    for (int i = 0; i < reader.lines().count(); i++) {
      TextLine line = reader.line(i);
      boolean dash = !line.isBlank() && DASHES.indexOf(reader.text().charAt(line.content())) >= 0;
      if (dash && Chars.isLast(reader.text(), line.content(), line.end())) {
        found.add(new Span(line.content(), line.content() + 1));
      }
    }
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Span first = found.get(0);
    return Optional.of(
        Problem.syntax(
                first,
                Blanks.name(reader.text().charAt(first.start())) + " does not start a list item",
                "write '-'" + others(found))
            .mendedBy("write '-'", found.stream().map(span -> new Edit(span, "-")).toList()));
  }

  /** {@code all}: whether one without width stands for a space, too. */
  private Problem spaces(List<Span> places, boolean all) {
    int first = reader.text().charAt(places.get(0).start());
    String title = all || Blanks.isSpace(first) ? "replace it by spaces" : "remove it";
    List<Edit> edits =
        places.stream()
            .map(
                span -> {
                  String meant = Blanks.asMeant(span.of(reader.text()));
                  return new Edit(span, all ? " ".repeat(span.length()) : meant);
                })
            .toList();
    return FalseBlanks.problem(reader.text(), places.get(0), title + others(places))
        .mendedBy(title, edits);
  }

  private String others(List<Span> all) {
    long others =
        all.stream().map(span -> reader.lines().lineOf(span.start())).distinct().count() - 1;
    return others > 0 ? ", here and in " + Count.of(others, "more line") : "";
  }
}
