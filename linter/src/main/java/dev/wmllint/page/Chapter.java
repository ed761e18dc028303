package dev.wmllint.page;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.util.Arrays;
import java.util.List;

/**
 * The rules, sorted for readers by what they look at; each rule belongs to one chapter.
 *
 * @param title its heading
 * @param rules in the order of the documentation
 */
public record Chapter(String title, List<RuleInfo> rules) {
  private static final List<Chapter> ALL =
      List.of(
          of(
              "YAML and text",
              "yaml-syntax",
              "invalid-encoding",
              "multiple-documents",
              "empty-manifest",
              "resource-limit",
              "not-a-training-manifest",
              "duplicate-key",
              "ambiguous-scalar",
              "placeholder-value"),
          of(
              "Structure",
              "missing-key",
              "unknown-key",
              "wrong-type",
              "empty-value",
              "legacy-key",
              "later-key"),
          of(
              "Framework and resources",
              "unsupported-framework",
              "unsupported-framework-version",
              "unquoted-version",
              "python-version-mismatch",
              "unsupported-resource"),
          of(
              "Stores",
              "single-data-source",
              "source-target-swapped",
              "unsupported-store-type",
              "missing-connection-key",
              "connection-key-mismatch",
              "credential-key-name",
              "invalid-bucket-name",
              "invalid-endpoint",
              "literal-credential",
              "shared-bucket"),
          of(
              "Command",
              "command-syntax",
              "command-not-found",
              "command-file-missing",
              "command-argument-file-missing",
              "framework-program-mismatch",
              "absolute-data-path",
              "unknown-variable",
              "not-executable",
              "joined-commands"),
          of(
              "Model definition",
              "model-not-found",
              "model-not-a-zip",
              "model-corrupt",
              "model-empty",
              "model-encrypted",
              "model-unsafe-entry",
              "model-duplicate-entry",
              "model-limits",
              "model-junk",
              "model-no-program",
              "model-program-is-html"),
          of("The linter's own", "unused-suppression", "invalid-suppression"));

  public Chapter {
    rules = List.copyOf(rules);
  }

  private static Chapter of(String title, String... ids) {
    return new Chapter(
        title,
        Arrays.stream(ids).map(id -> RuleRegistry.find(new RuleId(id)).orElseThrow()).toList());
  }

  /** All of them, in the order of the documentation. */
  public static List<Chapter> all() {
    return ALL;
  }
}
