package dev.wmllint.report;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.page.RulePage;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.JsonOut;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** A rule's entry in a SARIF file: a reportingDescriptor, with the properties that GitHub shows. */
final class SarifRule {
  private SarifRule() {}

  static void write(JsonGenerator json, RuleId id) {
    Optional<RuleInfo> info = RuleRegistry.find(id);
    Optional<RulePage> help = RulePage.of(id);
    json.writeStartObject();
    json.writeStringProperty("id", id.value());
    String summary = info.map(rule -> sentence(rule.summary())).orElse(id.value());
    JsonOut.text(json, "shortDescription", summary);
    JsonOut.text(json, "fullDescription", help.flatMap(RulePage::finds).orElse(summary));
    help.ifPresent(page -> help(json, page));
    info.ifPresent(rule -> configuration(json, rule));
    json.writeEndObject();
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }

  /** Markdown is text, too: viewers that cannot render it show it as it is. */
  private static void help(JsonGenerator json, RulePage page) {
    json.writeObjectPropertyStart("help");
    json.writeStringProperty("text", page.markdown());
    json.writeStringProperty("markdown", page.markdown());
    json.writeEndObject();
  }

  private static void configuration(JsonGenerator json, RuleInfo rule) {
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", SarifReporter.level(rule.severity()));
    json.writeEndObject();
    json.writeObjectPropertyStart("properties");
    json.writeArrayPropertyStart("tags");
    json.writeString("training-manifest");
    if (rule.needsModel()) {
      json.writeString("model-definition");
    }
    json.writeEndArray();
    // Rules are silent where they cannot know; a hint is no more than that.
    json.writeStringProperty(
        "precision", rule.severity() == Severity.INFO ? "medium" : "very-high");
    json.writeStringProperty(
        "problem.severity",
        rule.severity() == Severity.INFO ? "recommendation" : rule.severity().label());
    json.writeEndObject();
  }
}
