package dev.wmllint.report;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.Count;
import dev.wmllint.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** The last line of a text report. */
final class Summary {
  private Summary() {}

  static String of(Report report) {
    List<Report.ManifestReport> manifests = report.manifests();
    StringBuilder out = new StringBuilder();
    out.append(findings(report)).append(" in ").append(Count.of(manifests.size(), "manifest"));
    if (!manifests.isEmpty()) {
      out.append(" (").append(models(manifests)).append(')');
    }
    rest(report).forEach(words -> out.append("; ").append(words));
    return out.toString();
  }

  private static List<String> rest(Report report) {
    RunNumbers numbers = report.numbers();
    List<String> rest = new ArrayList<>();
    if (numbers.fixed() > 0) {
      rest.add(numbers.fixed() + " fixed, " + report.count() + " remaining");
    }
    if (numbers.known() > 0) {
      rest.add(
          numbers.known()
              + " known from the baseline "
              + (numbers.known() == 1 ? "is" : "are")
              + " not shown");
    }
    if (numbers.stale() > 0) {
      rest.add(Count.of(numbers.stale(), "finding") + " of the baseline no longer there");
    }
    if (numbers.passedOver() > 0) {
      rest.add(Count.of(numbers.passedOver(), "other file") + " passed over");
    }
    return rest;
  }

  private static String findings(Report report) {
    List<String> parts = new ArrayList<>();
    int errors = report.count(Severity.ERROR);
    int warnings = report.count(Severity.WARNING);
    int infos = report.count(Severity.INFO);
    if (errors > 0 || warnings > 0) {
      parts.add(Count.of(errors, "error"));
      parts.add(Count.of(warnings, "warning"));
    }
    if (infos > 0) {
      parts.add(Count.of(infos, "info"));
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  private static String models(List<Report.ManifestReport> manifests) {
    long with = manifests.stream().filter(manifest -> manifest.model().isPresent()).count();
    if (with == 0) {
      return "no model definition: command files were not checked";
    }
    if (manifests.size() > 1) {
      long without = manifests.size() - with;
      String rest = without == 0 ? "" : "; command files of " + without + " were not checked";
      return with + " with a model definition" + rest;
    }
    Report.ModelSummary model = manifests.get(0).model().orElseThrow();
    String files = model.readable() ? ", " + Count.of(model.files(), "file") : ", not readable";
    return "model definition: " + Printable.line(model.path()) + files;
  }
}
