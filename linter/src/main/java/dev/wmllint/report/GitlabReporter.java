package dev.wmllint.report;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.JsonOut;
import java.io.PrintStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * A Code Quality report of GitLab (docs.gitlab.com, "Code Quality report format"). Type and
 * categories mean nothing to GitLab, but other readers of Code Climate's format want them. Paths
 * are those of the repository, so they are relative; of equal fingerprints GitLab would show only
 * the first finding.
 */
final class GitlabReporter implements Reporter {
  private final ReportRoot root;
  private final JsonGenerator json;
  private final PrintStream out;
  private final Set<Fingerprint> seen = new HashSet<>();

  GitlabReporter(ReportRoot root, PrintStream out) {
    this.root = root;
    this.json = JsonOut.pretty(out);
    this.out = out;
    json.writeStartArray();
  }

  @Override
  public void file(FileResult file) {
    if (file.diagnostics().isEmpty()) {
      return;
    }
    String path = root.path(file.path()).names();
    List<Fingerprint> fingerprints = file.fingerprints();
    for (int i = 0; i < fingerprints.size(); i++) {
      Fingerprint fingerprint = unique(fingerprints.get(i).in(path));
      Diagnostic diagnostic = file.diagnostics().get(i);
      finding(path, diagnostic, Place.of(file, diagnostic), fingerprint);
    }
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    json.writeEndArray();
    json.close();
    out.print('\n');
  }

  /** A file that was named twice has every finding twice. */
  private Fingerprint unique(Fingerprint fingerprint) {
    Fingerprint unique = fingerprint;
    while (!seen.add(unique)) {
      unique = unique.in("");
    }
    return unique;
  }

  private void finding(
      String path, Diagnostic diagnostic, Optional<Place> place, Fingerprint fingerprint) {
    ObjectNode node = JsonOut.object().put("type", "issue");
    node.putArray("categories").add("Bug Risk");
    node.put("description", diagnostic.fullMessage());
    node.put("check_name", diagnostic.rule().value());
    node.put("fingerprint", fingerprint.value());
    node.put("severity", severity(diagnostic.severity()));
    ObjectNode location = node.putObject("location").put("path", path);
    location
        .putObject("lines")
        .put("begin", place.map(Place::line).orElse(1))
        .put("end", place.map(Place::endLine).orElse(1));
    JsonOut.write(json, node);
  }

  /** GitLab knows info, minor, major, critical and blocker. */
  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "major";
      case WARNING -> "minor";
      case INFO -> "info";
    };
  }
}
