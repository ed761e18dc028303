package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
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
        int cases = document.getElementsByTagName("testcase").getLength();
        int failures = document.getElementsByTagName("failure").getLength();
        assertEquals(cases, sum(document, "tests"));
        assertEquals(failures, sum(document, "failures"));
        yield cases - written.split("name=\"no findings\"", -1).length + 1;
      }
      case CHECKSTYLE -> xml(written).getElementsByTagName("error").getLength();
    };
  }

  private static int sum(Document document, String attribute) {
    NodeList suites = document.getElementsByTagName("testsuite");
    return IntStream.range(0, suites.getLength())
        .map(i -> Integer.parseInt(((Element) suites.item(i)).getAttribute(attribute)))
        .sum();
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
