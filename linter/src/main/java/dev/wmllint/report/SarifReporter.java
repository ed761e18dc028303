package dev.wmllint.report;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.text.JsonOut;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/**
 * SARIF 2.1.0 (OASIS standard), as far as it makes sense for one tool on small files. Source text
 * is left out on purpose: viewers have the files, and what is not there cannot give a secret away.
 * The rules are those that spoke: the pages of all would be most of the file. They come behind the
 * results, since only then it is known which they are.
 *
 * <p>Written with the stream generator: the model libraries at hand (java-sarif) bind hundreds of
 * classes through Jackson 2 and an ObjectMapper, for the dozen objects that are needed.
 */
final class SarifReporter implements Reporter {
  private final String version;
  private final JsonGenerator json;
  private final PrintStream out;

  /** The rules that spoke, with their number in the file. */
  private final Map<RuleId, Integer> rules = new LinkedHashMap<>();

  /**
   * Begins a report.
   *
   * @param version of wml-lint
   */
  SarifReporter(String version, PrintStream out) {
    this.version = version;
    this.json = JsonOut.pretty(out);
    this.out = out;
    json.writeStartObject();
    json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    lineEnds(json);
    bases(json);
    json.writeArrayPropertyStart("results");
  }

  @Override
  public void file(FileResult file) {
    if (file.diagnostics().isEmpty()) {
      return;
    }
    List<Fingerprint> fingerprints = file.fingerprints();
    SarifResult result = new SarifResult(json, file);
    for (int i = 0; i < fingerprints.size(); i++) {
      Diagnostic diagnostic = file.diagnostics().get(i);
      int rule = rules.computeIfAbsent(diagnostic.rule(), id -> rules.size());
      result.write(diagnostic, rule, fingerprints.get(i));
    }
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    json.writeEndArray();
    tool();
    invocation(numbers);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.print('\n');
  }

  /** How findings and rules of a severity are called. */
  static String level(Severity severity) {
    return severity == Severity.INFO ? "note" : severity.label();
  }

  private void tool() {
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

  private void invocation(RunNumbers numbers) {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", numbers.failures() == 0);
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
}
