package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a format wrote, down to the number of findings. */
final class WellFormed {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final Pattern COMMAND =
      Pattern.compile("::(?:error|warning|notice) (?:[a-zA-Z]+=[^,:\\r\\n]+,?)+::[^\\r\\n]+");

  /** Of the lines, only these are not indented. */
  private static final Pattern HEAD =
      Pattern.compile("\\S.*: (?:error|warning|info): .* \\[[a-z-]+]");

  private WellFormed() {}

  static void check(Format format, Report report) {
    String written = Reports.write(format, report);
    int findings = report.count();
    assertEquals(findings, findingsIn(format, written), () -> format + ":\n" + written);
  }

  private static int findingsIn(Format format, String written) {
    return switch (format) {
      case TEXT -> (int) written.lines().filter(line -> HEAD.matcher(line).matches()).count();
      case JSON -> JSON.readTree(written).findValues("rule").size();
      case JSONL -> {
        List<String> lines = List.of(written.split("\n", -1));
        lines.subList(0, lines.size() - 1).forEach(JSON::readTree);
        yield lines.size() - 1;
      }
      case SARIF -> JSON.readTree(written).at("/runs/0/results").size();
      case GITHUB -> {
        List<String> commands =
            written.lines().filter(line -> !line.contains(": GitHub shows the first ")).toList();
        commands.forEach(line -> assertTrue(COMMAND.matcher(line).matches(), line));
        yield commands.size();
      }
      case GITLAB -> {
        List<String> names = JSON.readTree(written).findValuesAsString("fingerprint");
        assertEquals(names.size(), names.stream().distinct().count());
        yield names.size();
      }
      case JUNIT -> {
        Document document = xml(written);
        int clean = document.getElementsByTagName("testcase").getLength();
        int failures = document.getElementsByTagName("failure").getLength();
        int hints = document.getElementsByTagName("system-out").getLength();
        String tests = document.getDocumentElement().getAttribute("tests");
        assertEquals(String.valueOf(clean), tests);
        assertEquals(
            String.valueOf(failures), document.getDocumentElement().getAttribute("failures"));
        yield failures + hints;
      }
      case CHECKSTYLE -> xml(written).getElementsByTagName("error").getLength();
    };
  }

  static Document xml(String text) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
      throw new AssertionError(text, e);
    }
  }
}
