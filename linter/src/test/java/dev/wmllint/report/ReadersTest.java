package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.wmllint.Manifests;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import se.bjurr.violations.lib.ViolationsLogger;
import se.bjurr.violations.lib.model.SEVERITY;
import se.bjurr.violations.lib.model.Violation;
import se.bjurr.violations.lib.parsers.CheckStyleParser;
import se.bjurr.violations.lib.parsers.CodeClimateParser;
import se.bjurr.violations.lib.parsers.JUnitParser;
import se.bjurr.violations.lib.parsers.SarifParser;
import se.bjurr.violations.lib.parsers.ViolationsParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What readers written by others find in our formats: each finding, where it is. */
final class ReadersTest {
  private static final Schema SARIF = sarif();

  private static final ReportRoot ROOT = new ReportRoot(Reports.FOLDER, Reports.FOLDER);

  @TempDir private Path folder;

  static List<FormatFixture> fixtures() {
    return FormatFixture.all();
  }

  private static Schema sarif() {
    try (InputStream schema =
        SarifParser.class.getResourceAsStream("/jsonschemas/sarif-schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
          .getSchema(new String(schema.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A finding as both sides know it. */
  private record Seen(String file, int line, SEVERITY severity, String rule) {}

  @ParameterizedTest
  @MethodSource("fixtures")
  void sarifIsValid(FormatFixture fixture) throws IOException {
    String written = Reports.write(Format.SARIF, fixture.report(folder));
    assertEquals(List.of(), SARIF.validate(written, InputFormat.JSON), written);
  }

  @Test
  void sarifIsCheckedAtAll() {
    String written = Reports.write(Format.SARIF, Reports.of("a.yaml", Manifests.S3 + "x: 1\n"));
    String wrong = written.replace("\"ruleIndex\" : 0", "\"ruleIndex\" : \"0\"");
    assertEquals(1, SARIF.validate(wrong, InputFormat.JSON).size(), wrong);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void sarifIsRead(FormatFixture fixture) throws Exception {
    Report report = fixture.report(folder);
    List<Seen> wanted = new ArrayList<>();
    for (FileResult file : report.files()) {
      String uri = ROOT.path(file.path()).uri();
      for (Diagnostic diagnostic : file.diagnostics()) {
        wanted.add(seen(uri, file, diagnostic, 1, ""));
      }
    }
    assertEquals(sorted(wanted), read(new SarifParser(), Format.SARIF, report, true));
  }

  /** What a viewer does with the regions of a fix is what we do with its offsets. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void sarifFixesMend(FormatFixture fixture) throws IOException {
    Report report = fixture.report(folder);
    FileResult manifest = report.files().get(0);
    SourceText source = manifest.source().orElseThrow();
    List<String> wanted = new ArrayList<>();
    for (Diagnostic diagnostic : manifest.diagnostics()) {
      for (Fix fix : diagnostic.fixes()) {
        wanted.add(FixApplier.apply(source.text(), List.of(fix)));
      }
    }
    List<String> found = new ArrayList<>();
    JsonNode log = JsonMapper.builder().build().readTree(Reports.write(Format.SARIF, report));
    for (JsonNode result : log.at("/runs/0/results")) {
      for (JsonNode fix : result.path("fixes")) {
        found.add(mended(source, fix.at("/artifactChanges/0/replacements")));
      }
    }
    assertEquals(wanted, found);
  }

  private static String mended(SourceText source, JsonNode replacements) {
    StringBuilder text = new StringBuilder(source.text());
    for (int i = replacements.size() - 1; i >= 0; i--) {
      JsonNode region = replacements.get(i).get("deletedRegion");
      text.replace(
          offset(source, region, "startLine", "startColumn"),
          offset(source, region, "endLine", "endColumn"),
          replacements.get(i).at("/insertedContent/text").asString(""));
    }
    return text.toString();
  }

  private static int offset(SourceText source, JsonNode region, String line, String column) {
    return source.lines().startOf(region.get(line).asInt() - 1) + region.get(column).asInt() - 1;
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void checkstyleIsRead(FormatFixture fixture) throws Exception {
    Report report = fixture.report(folder);
    List<Seen> wanted = new ArrayList<>();
    for (FileResult file : report.files()) {
      for (Diagnostic diagnostic : file.diagnostics()) {
        wanted.add(seen(file.path().replace('\\', '/'), file, diagnostic, 0, "wml-lint."));
      }
    }
    assertEquals(sorted(wanted), read(new CheckStyleParser(), Format.CHECKSTYLE, report, true));
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void gitlabIsRead(FormatFixture fixture) throws Exception {
    Report report = fixture.report(folder);
    List<Seen> wanted = new ArrayList<>();
    for (FileResult file : report.files()) {
      String path = ROOT.path(file.path()).names();
      for (Diagnostic diagnostic : file.diagnostics()) {
        wanted.add(seen(path.replace('\\', '/'), file, diagnostic, 1, ""));
      }
    }
    assertEquals(sorted(wanted), read(new CodeClimateParser(), Format.GITLAB, report, true));
  }

  /** The reader takes failures only. */
  @ParameterizedTest
  @MethodSource("fixtures")
  void junitIsRead(FormatFixture fixture) throws Exception {
    Report report = fixture.report(folder);
    int failures = report.count(Severity.ERROR) + report.count(Severity.WARNING);
    assertEquals(failures, read(new JUnitParser(), Format.JUNIT, report, false).size());
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void junitIsAsAntHasIt(FormatFixture fixture) throws Exception {
    String written = Reports.write(Format.JUNIT, fixture.report(folder));
    Path schema = Path.of("src/test/resources/junit-of-ant.xsd");
    SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
        .newSchema(schema.toFile())
        .newValidator()
        .validate(new StreamSource(new StringReader(written)));
  }

  private static Seen seen(
      String path, FileResult file, Diagnostic diagnostic, int noLine, String prefix) {
    SEVERITY severity =
        switch (diagnostic.severity()) {
          case ERROR -> SEVERITY.ERROR;
          case WARNING -> SEVERITY.WARN;
          case INFO -> SEVERITY.INFO;
        };
    int line = Place.of(file, diagnostic).map(Place::line).orElse(noLine);
    return new Seen(path, line, severity, prefix + diagnostic.rule());
  }

  private static List<Seen> read(
      ViolationsParser parser, Format format, Report report, boolean wholly) throws Exception {
    ViolationsLogger log =
        new ViolationsLogger() {
          @Override
          public void log(Level level, String message) {}

          @Override
          public void log(Level level, String message, Throwable cause) {
            throw new AssertionError(message, cause);
          }
        };
    List<Seen> found = new ArrayList<>();
    for (Violation violation : parser.parseReportOutput(Reports.write(format, report), log)) {
      String rule = Optional.ofNullable(violation.getRule()).orElse("");
      found.add(
          new Seen(
              violation.getFile(),
              violation.getStartLine(),
              wholly ? violation.getSeverity() : SEVERITY.INFO,
              rule));
    }
    return sorted(found);
  }

  private static List<Seen> sorted(List<Seen> findings) {
    return findings.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }
}
