package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The XML of JUnit's Ant task, in the common part of what Jenkins, GitLab and Surefire read: a
 * suite for each file, a case for each finding, and one that passes for a file without any. Errors
 * and warnings are failures; an info never fails anything, so its case passes and says it as
 * output.
 */
final class JunitReporter implements Reporter {
  private final PrintStream out;
  private final List<Suite> suites = new ArrayList<>();

  /** One file, kept until all are known: their number stands first. */
  private record Suite(String path, List<Case> cases) {
    int failures() {
      return (int)
          cases.stream().filter(one -> one.finding().filter(Finding::fails).isPresent()).count();
    }
  }

  /** One finding, or that there is none. */
  private record Case(String name, Optional<Finding> finding) {}

  private record Finding(Severity severity, String message, String words) {
    boolean fails() {
      return severity != Severity.INFO;
    }
  }

  JunitReporter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void file(FileResult file) {
    suites.add(suite(file));
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    int failures = tally.count(Severity.ERROR) + tally.count(Severity.WARNING);
    int tests = suites.stream().mapToInt(suite -> suite.cases().size()).sum();
    try (XmlOut xml = new XmlOut(out)) {
      xml.open("testsuites", numbers("wml-lint", tests, failures));
      suites.forEach(suite -> write(xml, suite));
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

  private static Suite suite(FileResult file) {
    List<Case> cases = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Diagnostic diagnostic : file.diagnostics()) {
      String name = diagnostic.rule() + diagnostic.path().map(path -> " at " + path).orElse("");
      int number = seen.merge(name, 1, Integer::sum);
      // GitLab drops a case whose name was there before.
      String unique = number == 1 ? name : name + " (" + number + ")";
      cases.add(new Case(unique, Optional.of(finding(file, diagnostic))));
    }
    if (cases.isEmpty()) {
      cases.add(new Case("no findings", Optional.empty()));
    }
    return new Suite(file.path(), cases);
  }

  private static Finding finding(FileResult file, Diagnostic diagnostic) {
    String words =
        Place.words(file.path(), Place.of(file, diagnostic)) + ": " + diagnostic.fullMessage();
    return new Finding(diagnostic.severity(), diagnostic.message(), words + fix(diagnostic));
  }

  private static void write(XmlOut xml, Suite suite) {
    Map<String, String> attributes = numbers(suite.path(), suite.cases().size(), suite.failures());
    attributes.put("skipped", "0");
    attributes.put("time", "0");
    xml.open("testsuite", attributes);
    suite.cases().forEach(one -> write(xml, suite.path(), one));
    xml.end();
  }

  private static void write(XmlOut xml, String path, Case one) {
    Map<String, String> attributes = testCase(path, one.name());
    if (one.finding().isEmpty()) {
      xml.empty("testcase", attributes);
      return;
    }
    xml.open("testcase", attributes);
    Finding finding = one.finding().get();
    if (finding.fails()) {
      Map<String, String> failure = new LinkedHashMap<>();
      failure.put("message", finding.message());
      failure.put("type", finding.severity().label());
      xml.text("failure", failure, finding.words());
    } else {
      xml.text("system-out", Map.of(), finding.words());
    }
    xml.end();
  }

  /** An info mends nothing that is broken. */
  private static String fix(Diagnostic diagnostic) {
    boolean none = diagnostic.fixes().isEmpty() || diagnostic.severity() == Severity.INFO;
    return none ? "" : "\nfix: " + diagnostic.fixes().get(0).title();
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
