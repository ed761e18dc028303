package dev.wmllint.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the user has set in the editor, under {@code wmlLint}. What makes no sense is passed over:
 * an editor completes and checks its settings itself.
 *
 * @param severities what rules are set to; the others are as the project has them
 * @param leavesYamlToOthers whether {@code yaml-syntax} and {@code duplicate-key} are left to
 *     another YAML server in documents of the language {@code yaml}
 * @param inlayHints whether to show them
 * @param codeLens whether to show them
 */
public record Settings(
    Map<RuleId, RuleSetting> severities,
    boolean leavesYamlToOthers,
    boolean inlayHints,
    boolean codeLens) {
  /** The name under which clients keep them. */
  static final String SECTION = "wmlLint";

  /** When nothing is set. */
  static final Settings DEFAULT = new Settings(Map.of(), false, true, true);

  public Settings {
    severities = Map.copyOf(severities);
  }

  /** Reads the section as a client sends it: JSON, perhaps null or something else. */
  static Settings of(Object sent) {
    if (!(sent instanceof JsonObject section)) {
      return DEFAULT;
    }
    return new Settings(
        severities(section.get("rules")),
        flag(section, "leaveYamlToOthers", DEFAULT.leavesYamlToOthers),
        flag(section, "inlayHints", DEFAULT.inlayHints),
        flag(section, "codeLens", DEFAULT.codeLens));
  }

  /** Reads all settings of a client, among which the section is one. */
  static Settings ofAll(Object sent) {
    return of(sent instanceof JsonObject all ? all.get(SECTION) : null);
  }

  /** Reads the initialization options: the section, alone or under its name. */
  static Settings ofOptions(Object sent) {
    boolean named = sent instanceof JsonObject all && all.get(SECTION) instanceof JsonObject;
    return named ? ofAll(sent) : of(sent);
  }

  private static Map<RuleId, RuleSetting> severities(JsonElement sent) {
    Map<RuleId, RuleSetting> severities = new HashMap<>();
    if (sent instanceof JsonObject rules) {
      for (Map.Entry<String, JsonElement> rule : rules.entrySet()) {
        Optional<RuleInfo> known = RuleRegistry.find(rule.getKey());
        Optional<RuleSetting> severity = RuleSetting.read(text(rule.getValue()));
        if (known.isPresent() && severity.isPresent()) {
          severities.put(known.get().id(), severity.get());
        }
      }
    }
    return severities;
  }

  private static String text(JsonElement value) {
    return value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static boolean flag(JsonObject section, String name, boolean otherwise) {
    JsonElement value = section.get(name);
    if (value == null || !value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
      return otherwise;
    }
    return value.getAsBoolean();
  }
}
