package dev.wmllint.config;

import static dev.wmllint.config.ConfigContext.quoted;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.ScalarTypes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code rules: {shared-bucket: off}}. */
final class RulesSection {
  private static final String OFF = "off";
  private static final String CHOICE = "write off, info, warning or error";
  private static final Set<String> NEVER = Set.of("never", "none", "ignore", "disable", "disabled");

  private RulesSection() {}

  static Map<RuleId, Setting<Optional<Severity>>> read(Node value, ConfigContext context) {
    Map<RuleId, Setting<Optional<Severity>>> rules = new LinkedHashMap<>();
    List<String> known = RuleRegistry.catalogue().stream().map(info -> info.id().value()).toList();
    context
        .mapping(value, "rules must be a mapping of rules to severities")
        .map(context::entries)
        .orElse(List.of())
        .forEach(entry -> read(entry, known, rules, context));
    return rules;
  }

  private static void read(
      Entry entry,
      List<String> known,
      Map<RuleId, Setting<Optional<Severity>>> rules,
      ConfigContext context) {
    Span key = NodeLocator.keySpan(entry);
    if (!known.contains(entry.name())) {
      String nearest = context.didYouMean(entry.name(), known, "'wml-lint rules' lists them all");
      context.problem(key, "unknown rule " + quoted(entry.name()) + nearest);
    }
    Optional<Optional<Severity>> severity = severity(entry, context);
    if (known.contains(entry.name()) && severity.isPresent()) {
      rules.put(new RuleId(entry.name()), new Setting<>(severity.get(), context.origin(entry)));
    }
  }

  /** A severity, or empty inside for off. */
  private static Optional<Optional<Severity>> severity(Entry entry, ConfigContext context) {
    Span key = NodeLocator.keySpan(entry);
    String what =
        "the severity of " + quoted(entry.name()) + " must be off, info, warning or error";
    Optional<String> word = context.text(entry.value(), key, what);
    if (word.isEmpty()) {
      return Optional.empty();
    }
    if (word.get().equals(OFF)) {
      return Optional.of(Optional.empty());
    }
    for (Severity severity : Severity.values()) {
      if (severity.label().equals(word.get())) {
        return Optional.of(Optional.of(severity));
      }
    }
    context.problem(context.spanOf(entry.value()), wrong(word.get(), entry.value(), context));
    return Optional.empty();
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
    List<String> words = List.of(OFF, "info", "warning", "error");
    return "unknown severity " + quoted(word) + context.didYouMean(word, words, CHOICE);
  }
}
