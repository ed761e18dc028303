package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Golden;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.fix.DoubleQuoted;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The VS Code extension has every rule among its settings. {@code mvn -Pregenerate} writes them.
 */
@Tag(Golden.TAG)
final class ExtensionSettingsTest {
  private static final Path EXTENSION = Path.of("../vscode-extension");
  private static final Pattern RULES =
      Pattern.compile(
          "(\"wmlLint\\.rules\": \\{\n.*?\"properties\": \\{\n)(.*?)(\n {10}\\}\n)",
          Pattern.DOTALL);

  @Test
  void theSettingsListEveryRule() throws IOException {
    Path file = EXTENSION.resolve("package.json");
    String text = Files.readString(file);
    Matcher rules = RULES.matcher(text);
    assertTrue(rules.find());
    String expected =
        RuleRegistry.catalogue().stream()
            .sorted(Comparator.comparing(RuleInfo::id))
            .map(ExtensionSettingsTest::setting)
            .collect(Collectors.joining(",\n"));
    Golden.check(file, text.substring(0, rules.start(2)) + expected + text.substring(rules.end(2)));
  }

  /** As npm writes JSON. */
  private static String setting(RuleInfo rule) {
    String summary = rule.summary();
    return """
        %s: {
          "type": "string",
          "enum": [
            %s
          ],
          "default": %s,
          "markdownDescription": %s
        }"""
        .formatted(
            DoubleQuoted.of(rule.id().value()),
            RuleSetting.words().stream()
                .map(DoubleQuoted::of)
                .collect(Collectors.joining(",\n    ")),
            DoubleQuoted.of(rule.severity().label()),
            DoubleQuoted.of(Character.toUpperCase(summary.charAt(0)) + summary.substring(1) + "."))
        .indent(12)
        .stripTrailing();
  }
}
