package dev.wmllint.config;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.file.Glob;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.yaml.YamlLimits;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a configuration means, without where it says so: to see what an edit of its text changes.
 */
record Sections(
    Map<RuleId, RuleSetting> rules,
    List<ModelMapping> models,
    Optional<Map<String, List<String>>> frameworks,
    List<Glob> exclude,
    YamlLimits yaml,
    ModelLimits model) {

  static Sections of(Config config) {
    return new Sections(
        config.ruleSettings(),
        values(config.models()),
        config.frameworks().map(Frameworks::table),
        values(config.exclude()),
        config.limits().yaml(),
        config.limits().model());
  }

  private static <T> List<T> values(List<Setting<T>> settings) {
    return settings.stream().map(Setting::value).toList();
  }

  Sections with(Optional<Map<String, List<String>>> otherFrameworks) {
    return new Sections(rules, models, otherFrameworks, exclude, yaml, model);
  }

  Sections with(List<ModelMapping> otherModels) {
    return new Sections(rules, otherModels, frameworks, exclude, yaml, model);
  }
}
