package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.diagnostic.SeverityColour;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.Colour;
import dev.wmllint.text.JsonOut;
import dev.wmllint.text.Palette;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/** {@code --statistics}: the number of findings by rule. For one thread. */
final class Statistics {
  private static final Comparator<Row> MOST_FREQUENT_FIRST =
      Comparator.comparingInt(Row::count)
          .reversed()
          .thenComparing(Row::severity, Comparator.reverseOrder())
          .thenComparing(Row::rule);

  /** By rule and severity: single findings of a rule may differ in it. */
  private final Map<List<Object>, Row> rows = new HashMap<>();

  /**
   * The findings of one rule and severity.
   *
   * @param safeFixes number of those that have a safe fix
   * @param unsafeFixes number of those that have only unsafe ones
   */
  private record Row(RuleId rule, Severity severity, int count, int safeFixes, int unsafeFixes) {
    private static Row of(Diagnostic diagnostic) {
      boolean safe = diagnostic.fixes().stream().anyMatch(fix -> fix.safety() == Safety.SAFE);
      boolean unsafe = !safe && !diagnostic.fixes().isEmpty();
      return new Row(diagnostic.rule(), diagnostic.severity(), 1, safe ? 1 : 0, unsafe ? 1 : 0);
    }

    private Row plus(Row other) {
      return new Row(
          rule,
          severity,
          count + other.count,
          safeFixes + other.safeFixes,
          unsafeFixes + other.unsafeFixes);
    }

    /** The marks of the rule catalogue, or nothing. */
    private String mark() {
      return safeFixes > 0 ? "[fix]" : unsafeFixes > 0 ? "[fix?]" : "";
    }
  }

  void add(FileResult file) {
    for (Diagnostic diagnostic : file.diagnostics()) {
      List<Object> key = List.of(diagnostic.rule(), diagnostic.severity());
      rows.merge(key, Row.of(diagnostic), Row::plus);
    }
  }

  private List<Row> sorted() {
    return rows.values().stream().sorted(MOST_FREQUENT_FIRST).toList();
  }

  ArrayNode json() {
    ArrayNode json = JsonOut.array();
    for (Row row : sorted()) {
      json.addObject()
          .put("rule", row.rule().value())
          .put("severity", row.severity().label())
          .put("count", row.count())
          .put("safeFixes", row.safeFixes())
          .put("unsafeFixes", row.unsafeFixes());
    }
    return json;
  }

  void print(Palette palette, PrintStream out) {
    List<Row> sorted = sorted();
    int digits = sorted.isEmpty() ? 0 : String.valueOf(sorted.get(0).count()).length();
    int width = sorted.stream().mapToInt(row -> row.rule().value().length()).max().orElse(0);
    List<String> legend = new ArrayList<>();
    for (Row row : sorted) {
      String line =
          String.format(Locale.ROOT, "%" + (digits + 2) + "d  ", row.count())
              + palette.paint(
                  SeverityColour.of(row.severity()),
                  String.format(Locale.ROOT, "%-7s", row.severity().label()))
              + "  "
              + palette.paint(Colour.BOLD, row.rule().value());
      String space = " ".repeat(width - row.rule().value().length() + 2);
      out.println(
          row.mark().isEmpty() ? line : line + space + palette.paint(Colour.RIGHT, row.mark()));
    }
    if (sorted.stream().anyMatch(row -> row.mark().equals("[fix]"))) {
      legend.add("[fix] with --fix");
    }
    if (sorted.stream().anyMatch(row -> row.mark().equals("[fix?]"))) {
      legend.add("[fix?] with --unsafe-fixes");
    }
    if (!legend.isEmpty()) {
      out.println("  " + palette.paint(Colour.FAINT, String.join(", ", legend)));
    }
  }
}
