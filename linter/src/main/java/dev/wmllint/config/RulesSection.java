package dev.wmllint.config;

import static dev.wmllint.config.ConfigContext.quoted;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.ScalarTypes;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code rules: {shared-bucket: off}}. */
final class RulesSection {
  private static final String CHOICE = "write " + RuleSetting.choice();
  private static final Set<String> NEVER = Set.of("never", "none", "ignore", "disable", "disabled");

  private RulesSection() {}

  static Map<RuleId, Setting<RuleSetting>> read(Node value, ConfigContext context) {
    Map<RuleId, Setting<RuleSetting>> rules = new LinkedHashMap<>();
    context
        .entries(value, "rules must be a mapping of rules to severities")
        .forEach(entry -> read(entry, rules, context));
    return rules;
  }

  private static void read(
      Entry entry, Map<RuleId, Setting<RuleSetting>> rules, ConfigContext context) {
    Span key = NodeLocator.keySpan(entry);
    boolean known = RuleRegistry.names().contains(entry.name());
    if (!known) {
      String nearest =
          context.didYouMean(entry.name(), RuleRegistry.names(), "'wml-lint rules' lists them all");
      context.problem(key, "unknown rule " + quoted(entry.name()) + nearest);
    }
    Optional<RuleSetting> severity = severity(entry, context);
    if (known && severity.isPresent()) {
      rules.put(new RuleId(entry.name()), new Setting<>(severity.get(), context.origin(entry)));
    }
  }

  private static Optional<RuleSetting> severity(Entry entry, ConfigContext context) {
    Span key = NodeLocator.keySpan(entry);
    String what = "the severity of " + quoted(entry.name()) + " must be " + RuleSetting.choice();
    Optional<String> word = context.text(entry.value(), key, what);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    Optional<RuleSetting> severity = RuleSetting.read(word.get());
    if (severity.isEmpty()) {
      context.problem(context.spanOf(entry.value()), wrong(word.get(), entry.value(), context));
    }
    return severity;
  }

  private static String wrong(String word, Node value, ConfigContext context) {
    String lower = word.toLowerCase(Locale.ROOT);
    boolean plain = value instanceof ScalarNode scalar && scalar.isPlain();
    if (NEVER.contains(lower)) {
      return quoted(word) + " is no severity; write 'off' to switch the rule off";
    }
    if (plain && (ScalarTypes.isBoolean(word) || ScalarTypes.isNumber(word))) {
      String off = lower.matches("false|no|n|0") ? "write 'off' to switch the rule off" : CHOICE;
      return quoted(word) + " is no severity; " + off;
    }
    return "unknown severity "
        + quoted(word)
        + context.didYouMean(word, RuleSetting.words(), CHOICE);
  }
}
