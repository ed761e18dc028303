package dev.wmllint.report;

import dev.wmllint.baseline.Fingerprint;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.page.RulePage;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.JsonOut;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * SARIF 2.1.0 (OASIS standard), as far as it makes sense for one tool on small files. Source text
 * is left out on purpose: viewers have the files, and what is not there cannot give a secret away.
 * The rules are those with findings: the pages of all would be most of the file. They come after
 * the results, since only then it is known which they are.
 *
 * <p>Written with the stream generator: the model libraries at hand (java-sarif) bind hundreds of
 * classes through Jackson 2 and an ObjectMapper, for the dozen objects that are needed.
 */
final class SarifReporter implements Reporter {
  /** Where the project is at home. */
  private static final String HOME = "https://github.com/example/wml-lint";

  private final ReportOptions options;
  private final JsonGenerator json;
  private final PrintStream out;

  /** The rules with findings, with their number in the file. */
  private final Map<RuleId, Integer> rules = new LinkedHashMap<>();

  SarifReporter(ReportOptions options, PrintStream out) {
    this.options = options;
    this.json = JsonOut.pretty(out);
    this.out = out;
    json.writeStartObject();
    json.writeStringProperty("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    if (options.namesRun()) {
      JsonOut.write(json, "automationDetails", JsonOut.object().put("id", "wml-lint/"));
    }
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    // A lone carriage return ends a line of YAML too: readers must count lines as we do.
    JsonOut.write(json, "newlineSequences", JsonOut.array().add("\r\n").add("\n").add("\r"));
    // The base has no address: where the run took place is private.
    ObjectNode bases = JsonOut.object();
    bases
        .putObject(SarifResult.BASE)
        .putObject("description")
        .put("text", "The repository, or the folder in which wml-lint was started.");
    JsonOut.write(json, "originalUriBaseIds", bases);
    json.writeArrayPropertyStart("results");
  }

  @Override
  public void file(FileResult file) {
    if (file.diagnostics().isEmpty()) {
      return;
    }
    List<Fingerprint> fingerprints = file.fingerprints();
    SarifResult result = SarifResult.in(file, options.root());
    for (int i = 0; i < fingerprints.size(); i++) {
      Diagnostic diagnostic = file.diagnostics().get(i);
      int rule = rules.computeIfAbsent(diagnostic.rule(), id -> rules.size());
      JsonOut.write(json, result.of(diagnostic, rule, fingerprints.get(i)));
    }
  }

  @Override
  public void end(Tally tally, RunNumbers numbers) {
    json.writeEndArray();
    ObjectNode tool = JsonOut.object();
    ObjectNode driver = tool.putObject("driver").put("name", "wml-lint");
    driver.put("version", options.version()).put("informationUri", HOME);
    ArrayNode descriptors = driver.putArray("rules");
    rules.keySet().forEach(rule -> describe(rule, descriptors.addObject()));
    JsonOut.write(json, "tool", tool);
    boolean complete = numbers.failures() == 0;
    JsonOut.write(
        json,
        "invocations",
        JsonOut.array().add(JsonOut.object().put("executionSuccessful", complete)));
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
    out.print('\n');
  }

  /** A reportingDescriptor, with the properties that GitHub shows. */
  private static void describe(RuleId id, ObjectNode json) {
    Optional<RuleInfo> info = RuleRegistry.find(id);
    Optional<RulePage> help = RulePage.of(id);
    json.put("id", id.value()).put("name", name(id));
    String summary = info.map(rule -> sentence(rule.summary())).orElse(id.value());
    json.putObject("shortDescription").put("text", summary);
    json.putObject("fullDescription").put("text", help.flatMap(RulePage::finds).orElse(summary));
    help.ifPresent(
        page -> {
          json.put("helpUri", HOME + "/blob/main/docs/rules/" + id + ".md");
          // Markdown is readable as text where a viewer does not render it.
          json.putObject("help").put("text", page.markdown()).put("markdown", page.markdown());
        });
    info.ifPresent(rule -> configuration(rule, json));
  }

  /** {@code unknown-key} as {@code UnknownKey}: a name must not be equal to the id. */
  private static String name(RuleId id) {
    return Pattern.compile("(?:^|-)(.)")
        .matcher(id.value())
        .replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }

  private static void configuration(RuleInfo rule, ObjectNode json) {
    String level = SarifResult.level(rule.severity());
    json.putObject("defaultConfiguration").put("level", level);
    ObjectNode properties = json.putObject("properties");
    ArrayNode tags = properties.putArray("tags").add("training-manifest");
    if (rule.needsModel()) {
      tags.add("model-definition");
    }
    // Rules are silent where they cannot know; a hint is no more than that.
    boolean hint = rule.severity() == Severity.INFO;
    properties.put("precision", hint ? "medium" : "very-high");
    properties.put("problem.severity", hint ? "recommendation" : rule.severity().label());
  }
}
