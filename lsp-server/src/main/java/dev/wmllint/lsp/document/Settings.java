package dev.wmllint.lsp.document;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.Ellipsis;
import dev.wmllint.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user has set in the editor, under {@code wmlLint}. What makes no sense does not count.
 *
 * @param severities what rules are set to; the others are as the project has them
 * @param leavesYamlToOthers whether {@code yaml-syntax} and {@code duplicate-key} are left to
 *     another YAML server in documents of the language {@code yaml}
 * @param inlayHints whether to show them
 * @param codeLens whether to show them
 * @param problems what made no sense, a line for each
 */
public record Settings(
    Map<RuleId, RuleSetting> severities,
    boolean leavesYamlToOthers,
    boolean inlayHints,
    boolean codeLens,
    List<String> problems) {
  /** The name under which clients keep them. */
  public static final String SECTION = "wmlLint";

  /** When nothing is set. */
  public static final Settings DEFAULT = new Settings(Map.of(), false, true, true, List.of());

  public Settings {
    severities = Map.copyOf(severities);
    problems = List.copyOf(problems);
  }

  /** Reads the section as a client sends it: JSON, perhaps null or something else. */
  public static Settings of(Object sent) {
    return sent instanceof JsonObject section ? new Reader(section).settings() : DEFAULT;
  }

  /** Reads all settings of a client, among which the section is one. */
  public static Settings ofAll(Object sent) {
    return of(sent instanceof JsonObject all ? all.get(SECTION) : null);
  }

  /** Reads the initialization options: the section, alone or under its name. */
  public static Settings ofOptions(Object sent) {
    boolean named = sent instanceof JsonObject all && all.get(SECTION) instanceof JsonObject;
    return named ? ofAll(sent) : of(sent);
  }

  /** Reads the section; what makes no sense is passed over, and noted. */
  private static final class Reader {
    private static final String RULES = "rules";
    private static final String LEAVE_YAML = "leaveYamlToOthers";
    private static final String INLAY_HINTS = "inlayHints";
    private static final String CODE_LENS = "codeLens";
    private static final List<String> NAMES = List.of(RULES, LEAVE_YAML, INLAY_HINTS, CODE_LENS);

    /** With more mistakes it is something else. */
    private static final int MOST_PROBLEMS = 20;

    private static final int LONGEST_WORD = 64;

    private final JsonObject section;
    private final List<String> problems = new ArrayList<>();

    private Reader(JsonObject section) {
      this.section = section;
    }

    private Settings settings() {
      section.keySet().forEach(this::lookAtName);
      Settings otherwise = Settings.DEFAULT;
      return new Settings(
          severities(),
          flag(LEAVE_YAML, otherwise.leavesYamlToOthers()),
          flag(INLAY_HINTS, otherwise.inlayHints()),
          flag(CODE_LENS, otherwise.codeLens()),
          problems);
    }

    private void note(String problem) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add("settings: " + problem);
      }
    }

    /**
     * Clients keep settings of their own in the section: only what is nearly a known name is noted.
     */
    private void lookAtName(String name) {
      if (!NAMES.contains(name)) {
        Nearest.of(name, NAMES)
            .ifPresent(
                meant -> note("unknown setting " + quoted(name) + Nearest.didYouMean(meant)));
      }
    }

    private Map<RuleId, RuleSetting> severities() {
      Map<RuleId, RuleSetting> severities = new HashMap<>();
      JsonElement sent = section.get(RULES);
      if (sent instanceof JsonObject rules) {
        rules.entrySet().forEach(rule -> severity(rule.getKey(), rule.getValue(), severities));
      } else if (isThere(sent)) {
        note("rules must be an object with the severities of rules");
      }
      return severities;
    }

    private void severity(String name, JsonElement value, Map<RuleId, RuleSetting> severities) {
      Optional<RuleInfo> rule = RuleRegistry.find(name);
      Optional<RuleSetting> severity = RuleSetting.read(text(value));
      if (rule.isEmpty()) {
        List<String> known =
            RuleRegistry.catalogue().stream().map(info -> info.id().value()).toList();
        note("rules: unknown rule " + quoted(name) + Nearest.didYouMean(name, known));
      } else if (severity.isEmpty()) {
        note("rules: " + name + " must be " + RuleSetting.choice() + ", is " + shown(value));
      } else {
        severities.put(rule.get().id(), severity.get());
      }
    }

    private boolean flag(String name, boolean otherwise) {
      JsonElement value = section.get(name);
      if (!isThere(value)) {
        return otherwise;
      }
      if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
        note(name + " must be true or false, is " + shown(value));
        return otherwise;
      }
      return value.getAsBoolean();
    }

    private static boolean isThere(JsonElement value) {
      return value != null && !value.isJsonNull();
    }

    private static String text(JsonElement value) {
      return value.isJsonPrimitive() ? value.getAsString() : "";
    }

    private static String shown(JsonElement value) {
      if (value.isJsonPrimitive()) {
        return quoted(value.getAsString());
      }
      return value.isJsonNull() ? "null" : value.isJsonArray() ? "a list" : "an object";
    }

    private static String quoted(String word) {
      return "'" + Ellipsis.atEnd(word, LONGEST_WORD) + "'";
    }
  }
}
