package dev.wmllint.report;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.Count;
import dev.wmllint.text.Printable;
import java.util.ArrayList;
import java.util.List;

/** The last line of a text report. */
final class Summary {
  private Summary() {}

  static String of(Tally tally, RunNumbers numbers) {
    StringBuilder out = new StringBuilder();
    out.append(findings(tally)).append(" in ").append(Count.of(tally.manifests(), "manifest"));
    if (tally.manifests() > 0) {
      out.append(" (").append(models(tally)).append(')');
    }
    rest(tally, numbers).forEach(words -> out.append("; ").append(words));
    return out.toString();
  }

  private static List<String> rest(Tally tally, RunNumbers numbers) {
    List<String> rest = new ArrayList<>();
    if (numbers.fixed() > 0) {
      rest.add(numbers.fixed() + " fixed, " + tally.count() + " remaining");
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
      rest.add(Count.of(numbers.passedOver(), "other file") + " skipped");
    }
    return rest;
  }

  private static String findings(Tally tally) {
    List<String> parts = new ArrayList<>();
    int errors = tally.count(Severity.ERROR);
    int warnings = tally.count(Severity.WARNING);
    int infos = tally.count(Severity.INFO);
    if (errors > 0 || warnings > 0) {
      parts.add(Count.of(errors, "error"));
      parts.add(Count.of(warnings, "warning"));
    }
    if (infos > 0) {
      parts.add(Count.of(infos, "info"));
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  private static String models(Tally tally) {
    int with = tally.manifestsWithModel();
    if (with == 0) {
      return "no model definition: command files were not checked";
    }
    if (tally.manifests() > 1) {
      int without = tally.manifests() - with;
      String rest = without == 0 ? "" : "; command files of " + without + " were not checked";
      return with + " with a model definition" + rest;
    }
    ModelSummary model = tally.lastModel().orElseThrow();
    String files = model.readable() ? ", " + Count.of(model.files(), "file") : ", not readable";
    return "model definition: " + Printable.line(model.path()) + files;
  }
}
