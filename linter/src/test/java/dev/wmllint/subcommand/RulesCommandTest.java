package dev.wmllint.subcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class RulesCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  private String out(String... arguments) {
    Cli.Outcome outcome = cli.run(arguments);
    assertEquals("", outcome.err());
    assertEquals(0, outcome.exitCode());
    return outcome.out();
  }

  @Test
  void eachRuleHasALineWithItsFacts() {
    List<String> lines = out("rules").lines().map(line -> line.replaceAll(" +", " ")).toList();
    assertTrue(lines.contains("YAML and text"));
    assertTrue(lines.contains(" yaml-syntax error fix text that is not well-formed YAML"));
    assertTrue(lines.contains(" missing-key error fix? a required key that is absent"));
    assertTrue(lines.contains(" shared-bucket info data and results in the same bucket"));
    for (RuleInfo rule : RuleRegistry.catalogue()) {
      assertEquals(
          1, lines.stream().filter(line -> line.startsWith(" " + rule.id() + " ")).count());
    }
  }

  @ParameterizedTest
  @CsvSource({"'', 80", "80, 80", "100, 100", "4000, 100", "nonsense, 80", "-5, 80"})
  void noLineIsWiderThanTheTerminal(String columns, int width) {
    List<String> lines = cli.environment("COLUMNS", columns).run("rules").out().lines().toList();
    assertTrue(lines.stream().allMatch(line -> line.length() <= width));
    assertTrue(lines.stream().anyMatch(line -> line.length() > width - 10));
  }

  @Test
  void coloursAreForTerminals() {
    assertFalse(out("rules").contains("\u001B"));
    String coloured = out("rules", "--color", "always");
    assertTrue(coloured.contains("\u001B[1;31merror\u001B[0m"));
    assertEquals(out("rules"), coloured.replaceAll("\u001B\\[[0-9;]*m", ""));
  }

  @Test
  void jsonIsTheCatalogue() {
    String text = out("rules", "--format", "json");
    assertEquals(1, text.lines().count());
    JsonNode json = JsonMapper.shared().readTree(text);
    assertEquals(1, json.get("version").intValue());
    List<String> ids = new ArrayList<>();
    json.get("rules").forEach(rule -> ids.add(rule.get("id").stringValue()));
    assertEquals(
        RuleRegistry.catalogue().stream().map(rule -> rule.id().value()).sorted().toList(), ids);
    assertTrue(
        text.contains(
            "{\"id\":\"command-file-missing\",\"severity\":\"error\",\"fix\":\"unsafe\","
                + "\"needsModel\":true,"
                + "\"summary\":\"a program file that is not in the model definition\"}"));
  }

  @Test
  void markdownIsATableForEachChapter() {
    String text = out("rules", "--format", "markdown");
    assertTrue(text.startsWith("## YAML and text\n\n| rule | severity | fix | finds |\n|---|"));
    assertTrue(
        text.contains("\n| `missing-key` | error | unsafe | a required key that is absent |\n"));
  }

  @Test
  void anotherFormatIsRefused() {
    Cli.Outcome outcome = cli.run("rules", "--format", "xml");
    assertEquals(2, outcome.exitCode());
    assertEquals(
        "wml-lint: --format takes one of text, json, markdown, not 'xml'\n", outcome.err());
  }
}
