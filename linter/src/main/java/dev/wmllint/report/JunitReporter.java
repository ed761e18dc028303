package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The XML of JUnit's Ant task, as its schema has it (windyroad/JUnit-Schema), for Jenkins, GitLab
 * and others: a suite for each file, a case for each finding, and one that passes for a file
 * without any. Errors and warnings are failures; an info never fails anything, so its case passes
 * and the suite's output says it.
 */
final class JunitReporter implements Reporter {
  private final String timestamp;
  private final PrintStream out;
  private final XmlOut xml;
  private int suites;

  JunitReporter(Instant time, PrintStream out) {
    // Without the zone, which is UTC.
    this.timestamp = time.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "");
    this.out = out;
    this.xml = new XmlOut(out::print);
    out.print(XmlOut.PROLOG);
    xml.open("testsuites", Map.of());
  }

  @Override
  public void file(FileResult file) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("name", file.path());
    attributes.put("package", "wml-lint");
    attributes.put("id", String.valueOf(suites++));
    attributes.put("tests", String.valueOf(Math.max(1, file.diagnostics().size())));
    long failed = file.diagnostics().stream().filter(JunitReporter::fails).count();
    attributes.put("failures", String.valueOf(failed));
    attributes.put("errors", "0");
    attributes.put("skipped", "0");
    attributes.put("time", "0");
    attributes.put("timestamp", timestamp);
    attributes.put("hostname", "localhost");
    xml.open("testsuite", attributes);
    xml.empty("properties", Map.of());
    String infos = cases(file);
    xml.text("system-out", Map.of(), infos);
    xml.empty("system-err", Map.of());
    xml.end();
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    xml.end();
    out.print('\n');
  }

  private static boolean fails(Diagnostic diagnostic) {
    return diagnostic.severity() != Severity.INFO;
  }

  /** Writes the cases; returns what is only said. */
  private String cases(FileResult file) {
    if (file.diagnostics().isEmpty()) {
      xml.empty("testcase", testcase(file, "no findings"));
    }
    StringBuilder infos = new StringBuilder();
    Map<String, Integer> seen = new HashMap<>();
    for (Diagnostic diagnostic : file.diagnostics()) {
      String name = diagnostic.rule() + diagnostic.path().map(path -> " at " + path).orElse("");
      int number = seen.merge(name, 1, Integer::sum);
      // GitLab drops a case whose name was there before.
      Map<String, String> testcase =
          testcase(file, number == 1 ? name : name + " (" + number + ")");
      String words =
          Place.words(file.path(), Place.of(file, diagnostic)) + ": " + diagnostic.fullMessage();
      if (!fails(diagnostic)) {
        // An info fixes nothing that is broken.
        xml.empty("testcase", testcase);
        infos.append(words).append('\n');
        continue;
      }
      xml.open("testcase", testcase);
      Map<String, String> failure = new LinkedHashMap<>();
      failure.put("message", diagnostic.message().text());
      failure.put("type", diagnostic.severity().label());
      String fix =
          diagnostic.fixes().isEmpty() ? "" : "\nfix: " + diagnostic.fixes().get(0).title().text();
      xml.text("failure", failure, words + fix);
      xml.end();
    }
    return infos.toString();
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
