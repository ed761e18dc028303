package dev.wmllint;

import dev.wmllint.config.Config;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.yaml.YamlLimits;
import java.util.Map;
import java.util.Optional;

/**
 * What users may set.
 *
 * @param schema the format, with the table of frameworks that is in force
 * @param severities per rule another severity than its own; empty switches the rule off
 * @param limits what a manifest may grow to
 */
public record LintConfig(
    ManifestSchema schema, Map<RuleId, Optional<Severity>> severities, YamlLimits limits) {
  /** Everything as it comes. */
  public static final LintConfig DEFAULT =
      new LintConfig(ManifestSchema.builtIn(), Map.of(), YamlLimits.DEFAULT);

  /** The settings of a configuration. */
  public static LintConfig of(Config config) {
    ManifestSchema builtIn = ManifestSchema.builtIn();
    return new LintConfig(
        config
            .frameworks()
            .map(frameworks -> builtIn.withFrameworks(frameworks.table()))
            .orElse(builtIn),
        config.severities(),
        config.limits().yaml());
  }

  public LintConfig {
    severities = Map.copyOf(severities);
  }

  /** Whether a rule is switched off. */
  public boolean isOff(RuleId rule) {
    Optional<Severity> severity = severities.get(rule);
    return severity != null && severity.isEmpty();
  }
}
