package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.SeverityColour;
import dev.wmllint.fix.Fix;
import dev.wmllint.text.Colour;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Palette;
import dev.wmllint.text.Printable;
import dev.wmllint.text.Span;
import java.io.PrintStream;
import java.util.Optional;

/** Findings for people: place, message, the line with a caret, and the fix. */
final class TextReporter implements Reporter {
  private static final String LATER_KEY = "later-key";

  /** Fewer keys of 2018 may be taken over by chance, and say enough by themselves. */
  private static final int SEVERAL = 3;

  private final Palette palette;
  private final boolean summary;
  private final Optional<Statistics> statistics;
  private final PrintStream out;

  TextReporter(ReportOptions options, PrintStream out) {
    this.palette = new Palette(options.colour());
    this.summary = options.summary();
    this.statistics = options.statistics() ? Optional.of(new Statistics()) : Optional.empty();
    this.out = out;
  }

  @Override
  public void file(FileResult file) {
    if (statistics.isPresent()) {
      statistics.get().add(file);
      return;
    }
    long later =
        file.diagnostics().stream()
            .filter(diagnostic -> diagnostic.rule().value().equals(LATER_KEY))
            .count();
    if (later >= SEVERAL) {
      out.println(
          palette.paint(Colour.BOLD, Printable.startOfLine(file.path()))
              + ": this manifest is of the 2018 format: "
              + later
              + " keys differ; --fix --unsafe-fixes converts it");
    }
    for (Diagnostic diagnostic : file.diagnostics()) {
      if (file.source().isPresent() && diagnostic.span().isPresent()) {
        inManifest(file, file.source().get().lines(), diagnostic);
      } else {
        ofModel(file.path(), diagnostic);
      }
    }
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    statistics.ifPresent(found -> found.print(palette, out));
    // "No findings" would be a lie about files that could not be read.
    boolean nothingRead = tally.isEmpty() && numbers.failures() > 0;
    if (summary && !nothingRead) {
      out.println(tally.summary(numbers));
    }
  }

  private void ofModel(String path, Diagnostic diagnostic) {
    out.println(head(Printable.startOfLine(path), diagnostic));
    for (Related related : diagnostic.related()) {
      if (related.entry().isPresent()) {
        String words = related.message().isEmpty() ? "" : ", " + related.message().text();
        out.println("    = entry: " + Printable.line(related.entry().get() + words));
      }
    }
    if (!diagnostic.help().isEmpty()) {
      out.println("    = help: " + Printable.line(diagnostic.help().text()));
    }
  }

  private String head(String place, Diagnostic diagnostic) {
    return palette.paint(Colour.BOLD, place)
        + ": "
        + palette.paint(SeverityColour.of(diagnostic.severity()), diagnostic.severity().label())
        + ": "
        + palette.paint(Colour.BOLD, Printable.line(diagnostic.message().text()))
        + palette.paint(Colour.FAINT, " [" + diagnostic.rule() + "]");
  }

  private void inManifest(FileResult file, LineIndex lines, Diagnostic diagnostic) {
    Span span = diagnostic.span().orElseThrow();
    Place place = Place.of(span, lines);
    String where = Place.words(file.path(), Optional.of(place));
    out.println(head(Printable.startOfLine(where), diagnostic));
    String number = String.valueOf(place.line());
    String gutter = "  " + " ".repeat(number.length());
    Span line = lines.span(place.line() - 1);
    Span marked = new Span(span.start(), Math.max(span.start(), Math.min(span.end(), line.end())));
    if (!line.isEmpty() && file.redactor().mayShowLines()) {
      Snippet snippet = Snippet.of(file.redactor(), line, marked);
      out.println(palette.paint(Colour.FAINT, "  " + number + " | ") + snippet.line());
      String caret =
          palette.paint(SeverityColour.of(diagnostic.severity()), "^".repeat(snippet.width()));
      String help =
          diagnostic.help().isEmpty() ? "" : " " + Printable.line(diagnostic.help().text());
      out.println(
          palette.paint(Colour.FAINT, gutter + " | ")
              + " ".repeat(snippet.indent())
              + caret
              + palette.paint(SeverityColour.of(diagnostic.severity()), help));
    } else if (!diagnostic.help().isEmpty()) {
      out.println(gutter + " = help: " + Printable.line(diagnostic.help().text()));
    }
    for (Related related : diagnostic.related()) {
      if (related.span().isPresent()) {
        String other = Place.words(file.path(), related.span().map(at -> Place.of(at, lines)));
        out.println(gutter + " = " + Printable.line(related.message().text() + ": " + other));
      }
    }
    if (!diagnostic.fixes().isEmpty()) {
      Fix fix = diagnostic.fixes().get(0);
      String words = "fix: " + Printable.line(fix.title().text());
      out.println(gutter + " = " + palette.paint(Colour.RIGHT, words));
    }
  }
}
