package dev.wmllint.subcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import dev.wmllint.rules.RuleRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExplainCommandTest {
  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  @Test
  void everyRuleIsExplained() {
    String[] arguments =
        RuleRegistry.catalogue().stream().map(rule -> rule.id().value()).toArray(String[]::new);
    assertTrue(arguments.length > 50);
    for (String id : arguments) {
      Cli.Outcome outcome = cli.run("explain", id);
      assertEquals("", outcome.err());
      assertEquals(0, outcome.exitCode());
      assertTrue(outcome.out().startsWith(id + "\n\n  "));
      assertTrue(outcome.out().contains("\nHow to fix\n  "));
    }
  }

  @Test
  void thePageIsRendered() {
    assertEquals(
        """
        empty-manifest

          A file without content.

          Severity: error · Fix: none.

        What it finds
          A file that is empty, or contains only comments.

        Why it matters
          There is nothing to run.

        Wrong
            # model_definition: to be written

        Right
            model_definition:
              # …
            # …

        How to fix
          Write the manifest. `wml-lint init` asks a few questions and writes one.
        """,
        cli.run("explain", "empty-manifest").out());
  }

  @Test
  void coloursAreForTerminals() {
    assertFalse(cli.run("explain", "model-empty").out().contains("\u001B"));
    assertTrue(
        cli.run("explain", "model-empty", "--color=always")
            .out()
            .startsWith("\u001B[1mmodel-empty\u001B[0m\n"));
  }

  @Test
  void markdownIsThePageAsItIsWritten() throws IOException {
    assertEquals(
        Files.readString(Path.of("src/main/resources/rules/unknown-key.md")),
        cli.run("explain", "unknown-key", "--format", "markdown").out());
  }

  @Test
  void severalPagesFollowEachOther() {
    String both = cli.run("explain", "model-empty", "[model-junk]").out();
    assertEquals(
        cli.run("explain", "model-empty").out() + "\n" + cli.run("explain", "model-junk").out(),
        both);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          unknow-key | unknown rule 'unknow-key'; did you mean 'unknown-key'?
          ../secret  | unknown rule '../secret'; 'wml-lint rules' lists them
          ZZZ        | unknown rule 'ZZZ'; 'wml-lint rules' lists them
          """)
  void anUnknownRuleIsAMistake(String word, String message) {
    Cli.Outcome outcome = cli.run("explain", "model-empty", word);
    assertEquals("", outcome.out());
    assertEquals("wml-lint: " + message + "\n", outcome.err());
    assertEquals(2, outcome.exitCode());
  }

  @Test
  void withoutARuleItSaysWhatTheyAre() {
    Cli.Outcome outcome = cli.run("explain");
    assertEquals(2, outcome.exitCode());
    assertEquals("wml-lint: no rule given; 'wml-lint rules' lists them\n", outcome.err());
  }
}
