package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far a long run is, on a terminal whose clock stands between any two looks at it. */
final class ProgressTest {
  private static final long MILLISECOND = 1_000_000;
  private static final String ERASE = "\u001b[K";

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  /** As many manifests; each takes so long. */
  private Cli.Outcome run(int manifests, long milliseconds, String... options) {
    AtomicLong clock = new AtomicLong(-5);
    cli.watched(() -> true, () -> clock.getAndAdd(milliseconds * MILLISECOND));
    return cli.run(arguments(manifests, options));
  }

  private String[] arguments(int manifests, String... options) {
    List<String> arguments = new ArrayList<>(List.of(options));
    for (int i = 0; i < manifests; i++) {
      arguments.add(cli.write(String.format("%04d.yaml", i), Manifests.S3));
    }
    return arguments.toArray(String[]::new);
  }

  /** What stands in the line, from one carriage return to the next; without what takes it away. */
  private static List<String> shown(Cli.Outcome outcome) {
    return Stream.of(outcome.err().replace(ERASE, "").split("\r", -1))
        .filter(line -> !line.isEmpty())
        .map(ProgressTest::unwrapped)
        .toList();
  }

  /** A narrow terminal must not break the line, nor stay so that it breaks none. */
  private static String unwrapped(String line) {
    String begin = "\u001b[?7l";
    String end = "\u001b[?7h";
    assertTrue(line.startsWith(begin) && line.contains(end), line);
    return line.substring(begin.length()).replace(end, "");
  }

  @Test
  void aLineAfterASecond() {
    assertEquals(
        List.of("linting 4 of 6 manifests…", "linting 5 of 6 manifests…"), shown(run(6, 250)));
  }

  @Test
  void nothingForWhatIsDoneInASecond() {
    assertEquals("", run(6, 150).err());
  }

  @Test
  void tenTimesASecondAtMost() {
    List<String> lines = shown(run(140, 10));
    assertEquals("linting 100 of 140 manifests…", lines.get(0));
    assertEquals("linting 110 of 140 manifests…", lines.get(1));
    assertEquals(4, lines.size());
  }

  @Test
  void theLineIsGoneAtTheEnd() {
    String err = run(6, 250).err();
    assertTrue(err.endsWith("\r" + ERASE), err);
    assertFalse(err.contains("\n"), err);
  }

  @Test
  void largeNumbersAreGrouped() {
    assertTrue(shown(run(1_100, 1)).get(0).equals("linting 1,000 of 1,100 manifests…"));
  }

  @ParameterizedTest
  @CsvSource({"CI, true", "CI, 1", "TERM, dumb"})
  void notInLogs(String name, String value) {
    cli.environment(name, value);
    assertEquals("", run(6, 250).err());
  }

  @Test
  void notWhenItIsToBeQuiet() {
    assertEquals("", run(6, 250, "--quiet").err());
  }

  @Test
  void notWhenNobodySeesIt() {
    AtomicLong clock = new AtomicLong();
    cli.watched(() -> false, () -> clock.getAndAdd(250 * MILLISECOND));
    assertEquals("", cli.run(arguments(6)).err());
  }

  /** Both streams on one screen: the line is taken away before anything else stands there. */
  @ParameterizedTest
  @CsvSource({"1", "4"})
  void nothingIsWrittenBehindTheLine(int jobs) {
    List<String> arguments = new ArrayList<>(List.of("-j" + jobs));
    for (int i = 0; i < 40; i++) {
      String bad = Manifests.S3.replace("resource: small", "resource: huge");
      arguments.add(cli.write(i + ".yaml", i % 3 == 0 ? bad : Manifests.S3));
      arguments.add(cli.path("gone" + i + ".yaml"));
    }
    AtomicLong clock = new AtomicLong();
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    Console.Watcher watcher =
        new Console.Watcher(
            () -> Console.Sink.TERMINAL,
            () -> Console.Sink.OTHER,
            () -> clock.getAndAdd(100 * MILLISECOND));
    new WmlLint(Map.of(), () -> List.of(), watcher)
        .run(arguments, new ByteArrayInputStream(new byte[0]), screen, screen, false);
    String text = screen.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains("linting 11 of 80 manifests…"), text);
    for (String line : text.split("\n", -1)) {
      String seen = line.substring(line.lastIndexOf('\r') + 1);
      assertFalse(seen.contains("linting"), line);
    }
    assertTrue(text.contains("14 errors, 0 warnings in 40 manifests"), text);
  }
}
