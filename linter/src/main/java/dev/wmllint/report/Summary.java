package dev.wmllint.report;

import dev.wmllint.diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;

/** The last line of a text report. */
final class Summary {
  private Summary() {}

  static String of(Report report) {
    List<Report.ManifestReport> manifests = report.manifests();
    StringBuilder out = new StringBuilder();
    out.append(findings(report)).append(" in ").append(count(manifests.size(), "manifest"));
    if (!manifests.isEmpty()) {
      out.append(" (").append(models(manifests)).append(')');
    }
    if (report.passedOver() > 0) {
      out.append("; ").append(count(report.passedOver(), "other file")).append(" passed over");
    }
    return out.toString();
  }

  private static String findings(Report report) {
    List<String> parts = new ArrayList<>();
    int errors = report.count(Severity.ERROR);
    int warnings = report.count(Severity.WARNING);
    int infos = report.count(Severity.INFO);
    if (errors > 0 || warnings > 0) {
      parts.add(count(errors, "error"));
      parts.add(count(warnings, "warning"));
    }
    if (infos > 0) {
      parts.add(count(infos, "info"));
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
    String files = model.readable() ? ", " + count(model.files(), "file") : ", not readable";
    return "model definition: " + Printable.line(model.path()) + files;
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
