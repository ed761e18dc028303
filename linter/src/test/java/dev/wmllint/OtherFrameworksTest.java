package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.YamlLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of frameworks that hold what a YAML reader may take for a number. */
final class OtherFrameworksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.10        | the number 1.1",
        "0x10        | a number",
        "1_0         | a number",
        ".inf        | a number",
        "1e999999999 | a number",
      })
  void versionsThatAreNumbers(String version, String number) {
    Map<String, List<String>> table = Map.of("tensorflow", List.of(version));
    LintConfig config =
        new LintConfig(
            ManifestSchema.builtIn().withFrameworks(table), Map.of(), YamlLimits.DEFAULT);
    SourceText source = SourceText.of("job.yaml", Manifests.S3.replace("1.2-py3", version));
    LintResult result = new Linter(config).lint(LintRequest.of(source));
    assertEquals(List.of(), result.crashes());
    assertEquals(
        List.of("you wrote " + version + "; a YAML reader gives the service " + number),
        result.diagnostics().stream()
            .filter(finding -> finding.rule().value().equals("unquoted-version"))
            .map(finding -> finding.message().text())
            .toList());
  }
}
