package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The XML of JUnit's Ant task, in the common part of what Jenkins, GitLab and Surefire read: a
 * suite for each file, a case for each finding, and one that passes for a file without any. Errors
 * and warnings are failures; an info never fails anything, so its case passes and says it as
 * output.
 */
final class JunitReporter implements Reporter {
  @Override
  public void write(Report report, PrintStream out) {
    int failures = report.count(Severity.ERROR) + report.count(Severity.WARNING);
    int clean = (int) report.files().stream().filter(f -> f.diagnostics().isEmpty()).count();
    try (XmlOut xml = new XmlOut(out)) {
      xml.open("testsuites", numbers("wml-lint", report.count() + clean, failures));
      report.files().forEach(file -> suite(xml, file));
      xml.end();
    }
  }

  private static Map<String, String> numbers(String name, int tests, int failures) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("name", name);
    attributes.put("tests", String.valueOf(tests));
    attributes.put("failures", String.valueOf(failures));
    attributes.put("errors", "0");
    return attributes;
  }

  private static void suite(XmlOut xml, Report.FileReport file) {
    List<Diagnostic> diagnostics = file.diagnostics();
    int failures = (int) diagnostics.stream().filter(JunitReporter::fails).count();
    Map<String, String> attributes =
        numbers(file.path(), Math.max(1, diagnostics.size()), failures);
    attributes.put("skipped", "0");
    attributes.put("time", "0");
    xml.open("testsuite", attributes);
    if (diagnostics.isEmpty()) {
      xml.empty("testcase", testCase(file.path(), "no findings"));
    }
    Map<String, Integer> seen = new HashMap<>();
    for (Diagnostic diagnostic : diagnostics) {
      finding(xml, file, diagnostic, seen);
    }
    xml.end();
  }

  private static boolean fails(Diagnostic diagnostic) {
    return diagnostic.severity() != Severity.INFO;
  }

  private static void finding(
      XmlOut xml, Report.FileReport file, Diagnostic diagnostic, Map<String, Integer> seen) {
    String name = diagnostic.rule() + diagnostic.path().map(path -> " at " + path).orElse("");
    int number = seen.merge(name, 1, Integer::sum);
    // GitLab drops a case whose name was there before.
    String unique = number == 1 ? name : name + " (" + number + ")";
    xml.open("testcase", testCase(file.path(), unique));
    String words =
        Place.words(file.path(), Place.of(file, diagnostic)) + ": " + diagnostic.fullMessage();
    if (fails(diagnostic)) {
      Map<String, String> attributes = new LinkedHashMap<>();
      attributes.put("message", diagnostic.message());
      attributes.put("type", diagnostic.severity().label());
      xml.text("failure", attributes, words + fix(diagnostic));
    } else {
      xml.text("system-out", Map.of(), words);
    }
    xml.end();
  }

  private static String fix(Diagnostic diagnostic) {
    return diagnostic.fixes().isEmpty() ? "" : "\nfix: " + diagnostic.fixes().get(0).title();
  }

  /**
   * Without its ending, the path is a class to Jenkins: it takes a dot for the end of a package.
   */
  private static Map<String, String> testCase(String path, String name) {
    int dot = path.lastIndexOf('.');
    boolean ending = dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("classname", ending ? path.substring(0, dot) : path);
    attributes.put("name", name);
    attributes.put("time", "0");
    return attributes;
  }
}
