package dev.wmllint.report;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.json.JsonOut;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * SARIF 2.1.0 (OASIS standard), as far as it makes sense for one tool on small files. Source text
 * is left out on purpose: viewers have the files, and what is not there cannot give a secret away.
 * The rules are those that spoke: the pages of all would be most of the file.
 *
 * <p>Written with the stream generator: the model libraries at hand (java-sarif) bind hundreds of
 * classes through Jackson 2 and an ObjectMapper, for the dozen objects that are needed.
 */
final class SarifReporter implements Reporter {
  private final String version;

  /**
   * Prepares a reporter.
   *
   * @param version of wml-lint
   */
  SarifReporter(String version) {
    this.version = version;
  }

  @Override
  public void write(Report report, PrintStream out) {
    Map<RuleId, Integer> rules = rules(report);
    try (JsonGenerator json = JsonOut.pretty(out)) {
      json.writeStartObject();
      json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
      json.writeStringProperty("version", "2.1.0");
      json.writeArrayPropertyStart("runs");
      json.writeStartObject();
      tool(json, rules);
      invocation(json, report);
      json.writeStringProperty("columnKind", "utf16CodeUnits");
      lineEnds(json);
      bases(json);
      json.writeArrayPropertyStart("results");
      report.files().forEach(file -> results(json, file, rules));
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndArray();
      json.writeEndObject();
    }
    out.print('\n');
  }

  /** How findings and rules of a severity are called. */
  static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.label();
  }

  /** The rules that spoke, with their number in the file. */
  private static Map<RuleId, Integer> rules(Report report) {
    Map<RuleId, Integer> rules = new LinkedHashMap<>();
    report.files().stream()
        .flatMap(file -> file.diagnostics().stream())
        .map(Diagnostic::rule)
        .distinct()
        .sorted()
        .forEach(rule -> rules.put(rule, rules.size()));
    return rules;
  }

  private void tool(JsonGenerator json, Map<RuleId, Integer> rules) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "wml-lint");
    json.writeStringProperty("version", version);
    json.writeArrayPropertyStart("rules");
    rules.keySet().forEach(rule -> SarifRule.write(json, rule));
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void invocation(JsonGenerator json, Report report) {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", report.numbers().failures() == 0);
    json.writeEndObject();
    json.writeEndArray();
  }

  /** Also a lone carriage return ends a line of YAML: readers must count as we do. */
  private static void lineEnds(JsonGenerator json) {
    json.writeArrayPropertyStart("newlineSequences");
    for (String end : List.of("\r\n", "\n", "\r")) {
      json.writeString(end);
    }
    json.writeEndArray();
  }

  /** The base has no address of its own: where the run took place is nobody's business. */
  private static void bases(JsonGenerator json) {
    json.writeObjectPropertyStart("originalUriBaseIds");
    json.writeObjectPropertyStart(SarifResult.BASE);
    JsonOut.text(json, "description", "The folder in which wml-lint was started.");
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void results(
      JsonGenerator json, Report.FileReport file, Map<RuleId, Integer> rules) {
    if (file.diagnostics().isEmpty()) {
      return;
    }
    List<Fingerprint> fingerprints = file.fingerprints();
    SarifResult result = new SarifResult(json, file);
    for (int i = 0; i < fingerprints.size(); i++) {
      Diagnostic diagnostic = file.diagnostics().get(i);
      result.write(diagnostic, rules.get(diagnostic.rule()), fingerprints.get(i));
    }
  }
}
