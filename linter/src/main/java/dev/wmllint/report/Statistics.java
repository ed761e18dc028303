package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Safety;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How often each rule spoke. For one thread. */
final class Statistics {
  private static final Comparator<Row> ORDER =
      Comparator.comparingInt(Row::count)
          .reversed()
          .thenComparing(Row::severity, Comparator.reverseOrder())
          .thenComparing(Row::rule);

  private final Map<Key, Row> rows = new HashMap<>();

  /**
   * The findings of one rule and severity: single findings of a rule may differ in it.
   *
   * @param safeFixes number of those that have a safe fix
   * @param unsafeFixes number of those that have none but unsafe ones
   */
  record Row(RuleId rule, Severity severity, int count, int safeFixes, int unsafeFixes) {
    private Row plus(Row other) {
      return new Row(
          rule,
          severity,
          count + other.count,
          safeFixes + other.safeFixes,
          unsafeFixes + other.unsafeFixes);
    }

    /** {@code [fix]}, {@code [fix?]} or nothing: the marks of the rule catalogue. */
    String mark() {
      return safeFixes > 0 ? "[fix]" : unsafeFixes > 0 ? "[fix?]" : "";
    }
  }

  private record Key(RuleId rule, Severity severity) {}

  void add(FileResult file) {
    for (Diagnostic diagnostic : file.diagnostics()) {
      Key key = new Key(diagnostic.rule(), diagnostic.severity());
      rows.merge(key, row(diagnostic), Row::plus);
    }
  }

  /** The most frequent first, then the worse, then by name. */
  List<Row> rows() {
    return rows.values().stream().sorted(ORDER).toList();
  }

  private static Row row(Diagnostic diagnostic) {
    boolean safe = diagnostic.fixes().stream().anyMatch(fix -> fix.safety() == Safety.SAFE);
    boolean unsafe = !safe && !diagnostic.fixes().isEmpty();
    return new Row(diagnostic.rule(), diagnostic.severity(), 1, safe ? 1 : 0, unsafe ? 1 : 0);
  }
}
