package dev.wmllint.subcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
  @TempDir private Path folder;

  @Test
  void otherShellsAreSaidNotToBeKnown() {
    Cli.Outcome outcome = new Cli(folder).run("completion", "tcsh");
    assertEquals("wml-lint: completion takes one of bash, fish, zsh, not 'tcsh'\n", outcome.err());
    assertEquals("", outcome.out());
    assertEquals(2, outcome.exitCode());
  }

  @Test
  void theHelpSaysHowToInstallIt() {
    Cli.Outcome help = new Cli(folder).run("completion", "--help");
    assertTrue(help.out().contains("source <(wml-lint completion bash)\n"), help.out());
    assertTrue(help.out().contains("wml-lint completion fish > ~/.config/fish"), help.out());
    assertTrue(help.out().lines().allMatch(line -> line.length() <= 80), help.out());
  }
}
