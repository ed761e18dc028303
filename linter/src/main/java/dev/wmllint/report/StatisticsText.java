package dev.wmllint.report;

import dev.wmllint.diagnostic.SeverityColour;
import dev.wmllint.text.Colour;
import dev.wmllint.text.Palette;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** The table of {@code --statistics}. */
final class StatisticsText {
  private final Palette palette;

  StatisticsText(Palette palette) {
    this.palette = palette;
  }

  void write(List<Statistics.Row> rows, PrintStream out) {
    int digits = rows.isEmpty() ? 0 : String.valueOf(rows.get(0).count()).length();
    int name = rows.stream().mapToInt(row -> row.rule().value().length()).max().orElse(0);
    boolean safe = false;
    boolean unsafe = false;
    for (Statistics.Row row : rows) {
      String severity = String.format(Locale.ROOT, "%-7s", row.severity().label());
      String rule = row.rule().value();
      String rest =
          row.mark().isEmpty()
              ? ""
              : " ".repeat(name - rule.length() + 2) + palette.paint(Colour.RIGHT, row.mark());
      out.println(
          String.format(Locale.ROOT, "%" + (digits + 2) + "d  ", row.count())
              + palette.paint(SeverityColour.of(row.severity()), severity)
              + "  "
              + palette.paint(Colour.BOLD, rule)
              + rest);
      safe |= row.mark().equals("[fix]");
      unsafe |= row.mark().equals("[fix?]");
    }
    if (safe || unsafe) {
      String legend = (safe ? "[fix] with --fix" : "") + (safe && unsafe ? ", " : "");
      out.println(
          "  "
              + palette.paint(Colour.FAINT, legend + (unsafe ? "[fix?] with --unsafe-fixes" : "")));
    }
  }
}
