package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.file.Glob;
import dev.wmllint.text.SourceText;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
  @TempDir Path folder;

  private Config config(String text) {
    Path file = folder.resolve(".wml-lint.yaml");
    ConfigResult result =
        ConfigReader.read(file, SourceText.of(file.toString(), text), ConfigOwner.USER);
    assertEquals(List.of(), result.problems());
    return result.config();
  }

  @Test
  void theFirstPatternThatFitsNamesTheModelDefinition() {
    Config config =
        config(
            """
            models:
              jobs/mnist*.yaml: build/mnist.zip
              jobs/**: build/jobs.zip
              "*.yaml": ../other.zip
              /x: /abs/x.zip
            """);
    assertEquals(
        Optional.of(folder.resolve("build/mnist.zip")),
        config.model(folder.resolve("jobs/mnist1.yaml")));
    assertEquals(
        Optional.of(folder.resolve("build/jobs.zip")),
        config.model(folder.resolve("jobs/more/mnist1.yaml")));
    assertEquals(
        Optional.of(folder.resolve("../other.zip")),
        config.model(folder.resolve("jobs/../deep/er/job.yaml")));
    assertEquals(Optional.of(Path.of("/abs/x.zip")), config.model(folder.resolve("x")));
    assertEquals(Optional.empty(), config.model(folder.resolve("job.yml")));
  }

  @Test
  void excludedFilesAreToldWithThePatternThatExcludesThem() {
    Config config = config("exclude:\n- old\n- '*.draft.yaml'\n");
    assertTrue(config.excludes(folder.resolve("old/job.yaml")));
    assertFalse(config.excludes(folder.resolve("job.yaml")));
    Setting<Glob> pattern = config.exclusion(folder.resolve("a/b.draft.yaml")).orElseThrow();
    assertEquals("*.draft.yaml", pattern.value().text());
    assertEquals(folder.resolve(".wml-lint.yaml") + ":3", pattern.origin().label());
  }

  @Test
  void pathsBelowTheWorkingFolderAreShownFromThereOn() {
    Path file = Path.of("some/.wml-lint.yaml");
    Config config =
        ConfigReader.read(
                file,
                SourceText.of("x", "models: {a.yaml: b/c.zip, b.yaml: ../d.zip}"),
                ConfigOwner.USER)
            .config();
    assertEquals(Optional.of(Path.of("some/b/c.zip")), config.model(Path.of("some/a.yaml")));
    assertEquals(
        Optional.of(Path.of("some/../d.zip")),
        config.model(Path.of("some/x/b.yaml").toAbsolutePath()));
  }

  @Test
  void overridesSayWhoTheyAre() {
    RuleId rule = new RuleId("shared-bucket");
    Config config =
        config("rules: {shared-bucket: off, unknown-key: info}")
            .withRule(rule, RuleSetting.ERROR, new Origin.Option("--rule"))
            .withFrameworks(
                Frameworks.of(Map.of("caffe", List.of("1.0")), new Origin.Option("--frameworks")));
    assertEquals(
        Map.of(rule, RuleSetting.ERROR, new RuleId("unknown-key"), RuleSetting.INFO),
        config.ruleSettings());
    String shown = ConfigPrinter.print(config, Map.of());
    assertTrue(shown.contains("shared-bucket: error"), shown);
    assertTrue(shown.contains("  # --rule\n"), shown);
    assertTrue(shown.contains("[\"1.0\"]"), shown);
    assertTrue(shown.contains("  # --frameworks\n"), shown);
  }

  @Test
  void nothingIsExcludedOrNamedWithoutAConfiguration() {
    assertFalse(Config.DEFAULT.excludes(Path.of("old/job.yaml")));
    assertEquals(Optional.empty(), Config.DEFAULT.model(Path.of("job.yaml")));
  }
}
