package dev.wmllint.report;

import java.io.PrintStream;
import java.util.List;

/** The table of {@code --statistics}. */
final class StatisticsText {
  private final Style style;

  StatisticsText(Style style) {
    this.style = style;
  }

  void write(List<Statistics.Row> rows, PrintStream out) {
    int digits = rows.isEmpty() ? 0 : String.valueOf(rows.get(0).count()).length();
    int name = rows.stream().mapToInt(row -> row.rule().value().length()).max().orElse(0);
    boolean safe = false;
    boolean unsafe = false;
    for (Statistics.Row row : rows) {
      String severity = String.format("%-7s", row.severity().label());
      String rule = row.rule().value();
      String rest =
          row.mark().isEmpty() ? "" : " ".repeat(name - rule.length() + 2) + style.good(row.mark());
      out.println(
          String.format("%" + (digits + 2) + "d  ", row.count())
              + style.of(row.severity(), severity)
              + "  "
              + style.bold(rule)
              + rest);
      safe |= row.mark().equals("[fix]");
      unsafe |= row.mark().equals("[fix?]");
    }
    if (safe || unsafe) {
      String legend = (safe ? "[fix] with --fix" : "") + (safe && unsafe ? ", " : "");
      out.println("  " + style.faint(legend + (unsafe ? "[fix?] with --unsafe-fixes" : "")));
    }
  }
}
