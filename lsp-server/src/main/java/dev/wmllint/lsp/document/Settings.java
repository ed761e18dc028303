package dev.wmllint.lsp.document;

import com.google.gson.JsonObject;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import java.util.List;
import java.util.Map;

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
    return sent instanceof JsonObject section ? SettingsReader.read(section) : DEFAULT;
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
}
