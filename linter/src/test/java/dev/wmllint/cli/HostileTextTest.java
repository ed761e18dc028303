package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.report.Format;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in a file acts neither on a terminal nor in the log of a CI system. */
final class HostileTextTest {
  /** Cursor and colours, in 7 and in 8 bits; text turned around; commands of CI systems. */
  private static final String LINES =
      "# \u001B[2J \u009B31m \u007F \u202E \u2066 ##[error]x ##vso[task.x]y\rz\n  ::error::x\n";

  private static final String MANIFEST =
      Manifests.S3
          .replace("resource: small", "resource: \"k80\u009B\u007F\u202E##[error]x\"")
          .replace("training_data_reference", "  ::error::x: 1\n" + LINES + "training_data");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  private static void isHarmless(String printed, boolean github) {
    for (String line : printed.split("\n", -1)) {
      String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        boolean turns = (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
        assertFalse((Character.isISOControl(c) && c != '\t') || turns, () -> (int) c + ": " + line);
      }
      assertFalse(text.matches(".*##[a-z]*\\[.*"), line);
      assertTrue(github || !text.stripLeading().startsWith("::"), line);
    }
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  @DisabledOnOs(OS.WINDOWS)
  void inNoFormat(Format format) {
    String job = cli.write("x ##[error]\u009B.yaml", MANIFEST);
    Cli.Outcome outcome = cli.run("--format", format.label(), job);
    assertEquals(1, outcome.exitCode(), outcome.err());
    assertTrue(outcome.out().contains("k80"), outcome.out());
    isHarmless(outcome.out(), format == Format.GITHUB);
    isHarmless(outcome.err(), false);
  }

  private Cli.Outcome diff(Cli from) {
    return from.run("--diff", "--unsafe-fixes", from.write("job.yaml", MANIFEST));
  }

  @Test
  void aDiffThatIsReadByPeopleHasNoneOfIt() {
    String said = " lines show U+FFFD for what a terminal or a log must not get";
    for (Cli seen :
        List.of(
            cli.output(Console.Sink.TERMINAL),
            new Cli(folder).environment("CI", "true"),
            new Cli(folder).environment("TF_BUILD", "True"))) {
      Cli.Outcome outcome = diff(seen);
      isHarmless(outcome.out(), false);
      assertTrue(outcome.err().contains(said), outcome.err());
    }
  }

  @Test
  void aDiffForAProgramIsExact() {
    for (Cli seen :
        List.of(
            cli.output(Console.Sink.FILE).environment("CI", "true"),
            new Cli(folder).output(Console.Sink.OTHER))) {
      Cli.Outcome outcome = diff(seen);
      String first = LINES.lines().toList().get(0);
      assertTrue(outcome.out().contains(first), outcome.out());
      assertFalse(outcome.err().contains("U+FFFD"), outcome.err());
    }
  }

  @Test
  void settingsAreShownWithoutIt() {
    cli.write(".wml-lint.yaml", "exclude: [\"a\\e[1m\\u202E##[x]\", '::error::x']\n");
    Cli.Outcome outcome = cli.run("--show-config", folder.toString());
    assertEquals(0, outcome.exitCode(), outcome.err());
    isHarmless(outcome.out(), false);
  }
}
