package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitsTest {
  @TempDir Path folder;

  private static Config config(String limits) {
    String text = "limits: {" + limits + "}";
    ConfigResult result =
        ConfigReader.read(Path.of("c.yaml"), SourceText.of("c.yaml", text), ConfigOwner.USER);
    assertEquals(List.of(), result.problems());
    return result.config();
  }

  private static List<String> findings(String manifest, String limits) {
    Linter linter = new Linter(LintConfig.of(config(limits)));
    LintResult result = linter.lint(LintRequest.of(SourceText.of("job.yaml", manifest)));
    assertEquals(List.of(), result.crashes());
    return result.diagnostics().stream()
        .filter(finding -> finding.rule().value().equals("resource-limit"))
        .map(finding -> finding.message().text())
        .toList();
  }

  @Test
  void whatIsNotSetIsAsItComes() {
    assertEquals(YamlLimits.DEFAULT, Limits.DEFAULT.yaml());
    assertEquals(ModelLimits.DEFAULT, Limits.DEFAULT.model());
  }

  @Test
  void onlyTheUserLiftsTheCeiling() {
    String text = "limits: {text-size: 2 MiB, zip-entries: 200001}";
    SourceText source = SourceText.of("c.yaml", text);
    assertEquals(
        List.of(
            "text-size must be from 1 KiB to 1 MiB, is 2 MiB; more with --config only",
            "zip-entries must be from 1 to 200000, is 200001; more with --config only"),
        ConfigReader.read(Path.of("c.yaml"), source).problems().stream()
            .map(ConfigProblem::message)
            .toList());
    ConfigResult given = ConfigReader.read(Path.of("c.yaml"), source, ConfigOwner.USER);
    assertEquals(List.of(), given.problems());
    assertEquals(2 << 20, given.config().limits().yaml().maxTextLength());
  }

  @ParameterizedTest
  @CsvSource({
    "1024, 1024",
    "2 MiB, 2097152",
    "2MiB, 2097152",
    "4KiB, 4096",
    "5000 B, 5000",
    "0001024, 1024"
  })
  void sizesHaveUnits(String written, int units) {
    assertEquals(units, config("text-size: " + written).limits().yaml().maxTextLength());
  }

  @ParameterizedTest
  @CsvSource({"1024, 1 KiB", "1536, 1536", "1048576, 1 MiB", "1099511627776, 1024 GiB", "0, 0"})
  void sizesAreWrittenShort(long bytes, String written) {
    assertEquals(written, Limit.TEXT_SIZE.written(bytes));
  }

  @Test
  void manifestsAreHeldToThem() {
    String name = "model_definition: {name: " + "x".repeat(2000) + "}\n";
    assertEquals(List.of("longer than 1024 characters"), findings(name, "text-size: 1 KiB"));
    assertEquals(List.of(), findings(name, ""));
    String deep = "model_definition: " + "[".repeat(15) + "]".repeat(15);
    assertEquals(List.of("nested more than 10 levels deep"), findings(deep, "nesting: 10"));
    assertEquals(List.of(), findings(deep, ""));
    String alias = "model_definition: {name: &a x, description: *a}";
    assertEquals(List.of("aliases stand for more than 0 nodes"), findings(alias, "alias-nodes: 0"));
    assertEquals(List.of(), findings(alias, "alias-nodes: 1"));
  }

  /** The most that may be set is no more than the checks can take. */
  @Test
  void theMostThatMayBeSetDoesNoHarm() {
    String lists = "model_definition: " + "[".repeat(499) + "]".repeat(499);
    assertEquals(List.of(), findings(lists, "nesting: 500"));
    String mappings = "model_definition: " + "{a: ".repeat(499) + "}".repeat(499);
    assertEquals(List.of(), findings(mappings, "nesting: 500"));
    String wide =
        "a: &a [" + "x, ".repeat(999) + "]\nmodel_definition: [" + "*a, ".repeat(99) + "]\n";
    assertEquals(List.of(), findings(wide, "alias-nodes: 100000"));
  }

  @Test
  void modelDefinitionsAreHeldToThem() throws Exception {
    Path zip = folder.resolve("m.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (int i = 0; i < 3; i++) {
        out.putNextEntry(new ZipEntry(i + ".py"));
        out.write(new byte[1 << 20]);
        out.closeEntry();
      }
    }
    assertEquals("model definition has 3 entries, 2 are allowed", fault(zip, "zip-entries: 2"));
    String kibibytes = fault(zip, "zip-expanded-size: 2047 KiB, zip-ratio: 5");
    assertTrue(kibibytes.startsWith("the zip expands to 3,072 KiB, "), kibibytes);
    String message = fault(zip, "zip-expanded-size: 2 MiB, zip-ratio: 5");
    assertEquals("at a ratio over 5 only 2 MiB are allowed", message.split("; ", 2)[1]);
    ModelDefinition fine = ModelDefinition.open(zip, config("zip-entries: 3").limits().model());
    assertEquals(List.of(), fine.faults());
  }

  private static String fault(Path zip, String limits) {
    return ModelDefinition.open(zip, config(limits).limits().model()).faults().get(0).message();
  }
}
