package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The XML of JUnit's Ant task, in the common part of what Jenkins, GitLab and Surefire read: a
 * suite for each file, a case for each finding, and one that passes for a file without any. Errors
 * and warnings are failures; an info never fails anything, so its case passes and says it as
 * output.
 */
final class JunitReporter implements Reporter {
  private final PrintStream out;

  /** Kept until all are known: their number comes first. */
  private final StringBuilder suites = new StringBuilder();

  private final XmlOut xml = new XmlOut(suites::append, 1);
  private int tests;

  JunitReporter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void file(FileResult file) {
    int cases = Math.max(1, file.diagnostics().size());
    long failed = file.diagnostics().stream().filter(JunitReporter::fails).count();
    tests += cases;
    Map<String, String> attributes = numbers(file.path(), cases, failed);
    attributes.put("skipped", "0");
    attributes.put("time", "0");
    xml.open("testsuite", attributes);
    cases(file);
    xml.end();
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    int failures = tally.count(Severity.ERROR) + tally.count(Severity.WARNING);
    XmlOut root = new XmlOut(out::print, 0);
    out.print(XmlOut.PROLOG);
    root.open("testsuites", numbers("wml-lint", tests, failures));
    out.print(suites);
    root.end();
    out.print('\n');
  }

  private static boolean fails(Diagnostic diagnostic) {
    return diagnostic.severity() != Severity.INFO;
  }

  private static Map<String, String> numbers(String name, int tests, long failures) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("name", name);
    attributes.put("tests", String.valueOf(tests));
    attributes.put("failures", String.valueOf(failures));
    attributes.put("errors", "0");
    return attributes;
  }

  private void cases(FileResult file) {
    if (file.diagnostics().isEmpty()) {
      xml.empty("testcase", testcase(file, "no findings"));
    }
    Map<String, Integer> seen = new HashMap<>();
    for (Diagnostic diagnostic : file.diagnostics()) {
      String name = diagnostic.rule() + diagnostic.path().map(path -> " at " + path).orElse("");
      int number = seen.merge(name, 1, Integer::sum);
      // GitLab drops a case whose name was there before.
      xml.open("testcase", testcase(file, number == 1 ? name : name + " (" + number + ")"));
      String words =
          Place.words(file.path(), Place.of(file, diagnostic)) + ": " + diagnostic.fullMessage();
      if (fails(diagnostic)) {
        Map<String, String> failure = new LinkedHashMap<>();
        failure.put("message", diagnostic.message().text());
        failure.put("type", diagnostic.severity().label());
        String fix =
            diagnostic.fixes().isEmpty()
                ? ""
                : "\nfix: " + diagnostic.fixes().get(0).title().text();
        xml.text("failure", failure, words + fix);
      } else {
        // An info fixes nothing that is broken.
        xml.text("system-out", Map.of(), words);
      }
      xml.end();
    }
  }

  private static Map<String, String> testcase(FileResult file, String name) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("classname", withoutEnding(file.path()));
    attributes.put("name", name);
    attributes.put("time", "0");
    return attributes;
  }

  /** The path is a class to Jenkins, which takes a dot for the end of a package. */
  private static String withoutEnding(String path) {
    int dot = path.lastIndexOf('.');
    boolean ending = dot > Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
    return ending ? path.substring(0, dot) : path;
  }
}
