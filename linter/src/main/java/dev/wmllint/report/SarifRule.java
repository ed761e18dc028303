package dev.wmllint.report;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.page.RulePage;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A rule's entry in a SARIF file: a reportingDescriptor, with the properties that GitHub shows. */
final class SarifRule {
  private SarifRule() {}

  static void write(RuleId id, ObjectNode json) {
    Optional<RuleInfo> info = RuleRegistry.find(id);
    Optional<RulePage> help = RulePage.of(id);
    json.put("id", id.value());
    String summary = info.map(rule -> sentence(rule.summary())).orElse(id.value());
    json.putObject("shortDescription").put("text", summary);
    json.putObject("fullDescription").put("text", help.flatMap(RulePage::finds).orElse(summary));
    help.ifPresent(
        page ->
            // Markdown is readable as text where a viewer does not render it.
            json.putObject("help").put("text", page.markdown()).put("markdown", page.markdown()));
    info.ifPresent(rule -> configuration(rule, json));
  }

  private static String sentence(String summary) {
    return Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + ".";
  }

  private static void configuration(RuleInfo rule, ObjectNode json) {
    String level = SarifReporter.level(rule.severity());
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
