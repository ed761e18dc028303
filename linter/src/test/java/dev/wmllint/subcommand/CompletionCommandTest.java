package dev.wmllint.subcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import dev.wmllint.spi.Subcommand;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionCommandTest {
  @TempDir private Path folder;

  @Test
  void otherShellsAreSaidNotToBeKnown() {
    Cli.Outcome outcome = new Cli(folder).run("completion", "tcsh");
    assertEquals("wml-lint: completion takes one of bash, zsh, fish, not 'tcsh'\n", outcome.err());
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

  @Test
  void theValuesOfTheFormatAreOffered() {
    assertEquals(List.of("s3", "bluemix_objectstore"), offered(new CredentialsCommand(), "--type"));
    assertEquals(List.of("yaml", "json"), offered(new CredentialsCommand(), "--format"));
    InitCommand init = new InitCommand();
    assertTrue(offered(init, "--framework").contains("tensorflow"));
    assertTrue(offered(init, "--framework-version").contains("1.2-py3"));
    assertTrue(offered(init, "--resource").contains("small"));
    assertEquals(offered(init, "--data-store"), offered(init, "--results-store"));
    assertTrue(offered(init, "--data-store").contains("s3"));
  }

  private static List<String> offered(Subcommand command, String option) {
    List<String> words = new ArrayList<>();
    command.spec().findOption(option).completionCandidates().forEach(words::add);
    return words;
  }
}
