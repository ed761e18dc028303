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

  /** Kept until all are known: their number comes first. */
  private final List<Suite> suites = new ArrayList<>();

  private record Suite(String path, List<Case> cases) {
    int failures() {
      return (int) cases.stream().filter(Case::fails).count();
    }
  }

  /**
   * One finding, or that there is none.
   *
   * @param severity of the finding; empty when there is none
   */
  private record Case(String name, Optional<Severity> severity, String message, String words) {
    boolean fails() {
      return severity.isPresent() && severity.get() != Severity.INFO;
    }
  }

  JunitReporter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void file(FileResult file) {
    List<Case> cases = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Diagnostic diagnostic : file.diagnostics()) {
      String name = diagnostic.rule() + diagnostic.path().map(path -> " at " + path).orElse("");
      int number = seen.merge(name, 1, Integer::sum);
      // GitLab drops a case whose name was there before.
      String unique = number == 1 ? name : name + " (" + number + ")";
      String words =
          Place.words(file.path(), Place.of(file, diagnostic)) + ": " + diagnostic.fullMessage();
      // An info fixes nothing that is broken.
      if (!diagnostic.fixes().isEmpty() && diagnostic.severity() != Severity.INFO) {
        words += "\nfix: " + diagnostic.fixes().get(0).title().text();
      }
      Optional<Severity> severity = Optional.of(diagnostic.severity());
      cases.add(new Case(unique, severity, diagnostic.message().text(), words));
    }
    if (cases.isEmpty()) {
      cases.add(new Case("no findings", Optional.empty(), "", ""));
    }
    suites.add(new Suite(file.path(), cases));
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    int failures = tally.count(Severity.ERROR) + tally.count(Severity.WARNING);
    int tests = suites.stream().mapToInt(suite -> suite.cases().size()).sum();
    XmlOut xml = new XmlOut(out);
    xml.open("testsuites", numbers("wml-lint", tests, failures));
    for (Suite suite : suites) {
      Map<String, String> attributes =
          numbers(suite.path(), suite.cases().size(), suite.failures());
      attributes.put("skipped", "0");
      attributes.put("time", "0");
      xml.open("testsuite", attributes);
      suite.cases().forEach(one -> write(xml, suite.path(), one));
      xml.end();
    }
    xml.end();
  }

  private static Map<String, String> numbers(String name, int tests, int failures) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("name", name);
    attributes.put("tests", String.valueOf(tests));
    attributes.put("failures", String.valueOf(failures));
    attributes.put("errors", "0");
    return attributes;
  }

  private static void write(XmlOut xml, String path, Case one) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("classname", withoutEnding(path));
    attributes.put("name", one.name());
    attributes.put("time", "0");
    if (one.severity().isEmpty()) {
      xml.empty("testcase", attributes);
      return;
    }
    xml.open("testcase", attributes);
    if (one.fails()) {
      Map<String, String> failure = new LinkedHashMap<>();
      failure.put("message", one.message());
      failure.put("type", one.severity().get().label());
      xml.text("failure", failure, one.words());
    } else {
      xml.text("system-out", Map.of(), one.words());
    }
    xml.end();
  }

  /** The path is a class to Jenkins, which takes a dot for the end of a package. */
  private static String withoutEnding(String path) {
    int dot = path.lastIndexOf('.');
    boolean ending = dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
    return ending ? path.substring(0, dot) : path;
  }
}
