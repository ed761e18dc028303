package dev.wmllint.engine;

import dev.wmllint.config.Config;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.yaml.YamlLimits;
import java.util.Map;

/**
 * What users may set.
 *
 * @param schema the format, with the table of frameworks that is in force
 * @param rules what rules are set to; the others have their own severities
 * @param limits what a manifest may grow to
 */
public record LintConfig(ManifestSchema schema, Map<RuleId, RuleSetting> rules, YamlLimits limits) {
  public static final LintConfig DEFAULT =
      new LintConfig(ManifestSchema.builtIn(), Map.of(), YamlLimits.DEFAULT);

  public static LintConfig of(Config config) {
    ManifestSchema builtIn = ManifestSchema.builtIn();
    return new LintConfig(
        config
            .frameworks()
            .map(frameworks -> builtIn.withFrameworks(frameworks.table()))
            .orElse(builtIn),
        config.ruleSettings(),
        config.limits().yaml());
  }

  public LintConfig {
    rules = Map.copyOf(rules);
  }

  public boolean isOff(RuleId rule) {
    return rules.get(rule) == RuleSetting.OFF;
  }
}
