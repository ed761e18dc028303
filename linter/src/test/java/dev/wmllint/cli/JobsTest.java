package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.report.Format;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --jobs}: several threads change nothing but the time that a run takes. */
final class JobsTest {
  private static final Path FIXTURES = Path.of("src/test/resources/testdata");
  private static final Path MISTAKES = FIXTURES.resolve("mistakes");
  private static final String BAD = Manifests.S3.replace("resource: small", "resource: huge");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  /** Exit code, both streams, and every file in the folder afterwards. */
  private record Everything(Cli.Outcome outcome, Map<String, String> files) {}

  private Everything run(String... arguments) throws IOException {
    Cli.Outcome outcome = cli.run(arguments);
    return new Everything(outcome, files());
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(folder)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        files.put(
            folder.relativize(file).toString(),
            Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }

  private void copy(Path fixtures) throws IOException {
    try (Stream<Path> found = Files.walk(fixtures)) {
      for (Path file : found.filter(Files::isRegularFile).toList()) {
        cli.write(fixtures.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
  }

  @Test
  void everyFixtureInEveryFormat() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-j", "1", FIXTURES.toString()));
    for (String label : Format.labels()) {
      arguments.add("--format");
      arguments.add(label + "=" + cli.path("out." + label));
    }
    arguments.add("--format");
    arguments.add("text");
    Everything alone = run(arguments.toArray(String[]::new));
    assertEquals(1, alone.outcome().exitCode());
    assertEquals(Format.labels().size(), alone.files().size());
    arguments.set(1, "8");
    assertEquals(alone, run(arguments.toArray(String[]::new)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--diff", "--statistics", "--skip-others", "--no-model", "--quiet"})
  void otherOptions(String option) throws IOException {
    String fixtures = FIXTURES.resolve("err").toString();
    assertEquals(run("-j1", option, fixtures), run("--jobs=8", option, fixtures));
  }

  @Test
  void fixing() throws IOException {
    copy(MISTAKES);
    Everything alone = run("-j", "1", "--fix", "--unsafe-fixes", folder.toString());
    copy(MISTAKES);
    assertEquals(alone, run("-j", "8", "--fix", "--unsafe-fixes", folder.toString()));
  }

  @Test
  void aBaseline() throws IOException {
    String file = cli.path("baseline.json");
    Everything alone = run("-j", "1", "--baseline", file, "--write-baseline", MISTAKES.toString());
    Files.delete(Path.of(file));
    assertEquals(
        alone, run("-j", "8", "--baseline", file, "--write-baseline", MISTAKES.toString()));
    Everything known = run("-j", "1", "--baseline", file, MISTAKES.toString());
    assertEquals(0, known.outcome().exitCode());
    assertEquals(known, run("-j", "8", "--baseline", file, MISTAKES.toString()));
  }

  @Test
  void troublesComeInTheOrderOfTheArgumentsToo() throws IOException {
    String gone = cli.path("gone.yaml");
    cli.write("a/.wml-lint.yaml", "rules: {nothing: off}");
    List<String> arguments = new ArrayList<>(List.of("-j", "1"));
    for (int i = 0; i < 20; i++) {
      arguments.add(cli.write("a/" + i + ".yaml", BAD));
      arguments.add(gone + i);
      arguments.add(cli.write("b/" + i + ".yaml", BAD));
      arguments.add(cli.zip("m" + i / 5 + ".zip", "__MACOSX/._train.py"));
    }
    Everything alone = run(arguments.toArray(String[]::new));
    assertEquals(2, alone.outcome().exitCode());
    arguments.set(1, "8");
    assertEquals(alone, run(arguments.toArray(String[]::new)));
  }

  @Test
  void standardInputAmongOthers() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-j", "1", "--diff"));
    for (int i = 0; i < 20; i++) {
      arguments.add(i == 7 ? "-" : cli.write(i + ".yaml", BAD.replace("name:", "nmae:")));
    }
    cli.input(BAD.replace("name:", "nmae:"));
    Everything alone = run(arguments.toArray(String[]::new));
    assertTrue(alone.outcome().out().contains("<stdin>"), alone.outcome().out());
    arguments.set(1, "8");
    assertEquals(alone, run(arguments.toArray(String[]::new)));
  }

  @Test
  void oneFileUnderTwoNamesIsCorrectedOnce() throws IOException {
    String job =
        cli.write("a/job.yaml", Manifests.S3.replace("training_data_ref", "training_data_rfe"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a"));
    String other = cli.write("z.yaml", Manifests.S3);
    Cli.Outcome outcome =
        cli.run("-j", "8", "--fix", job, link.resolve("job.yaml").toString(), other);
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertEquals(1, outcome.err().lines().filter(line -> line.contains("fixed:")).count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "257", "99999999999", "two", ""})
  void numbersThatMakeNoSense(String number) {
    Cli.Outcome outcome = cli.run("--jobs=" + number, cli.write("job.yaml", Manifests.S3));
    assertEquals(2, outcome.exitCode());
    assertEquals(
        "wml-lint: --jobs takes a number from 1 to 256, not '" + number + "'\n", outcome.err());
  }

  /** Whose reader has seen enough after the first piece, and counts what is written then. */
  private static final class Head extends OutputStream {
    private int writes;

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      writes++;
      if (writes > 1) {
        throw new IOException("Broken pipe");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void aClosedPipeEndsTheRun(int jobs) {
    List<String> arguments = new ArrayList<>(List.of("-j" + jobs));
    int many = 10 * jobs * InOrder.AHEAD;
    for (int i = 0; i < many; i++) {
      arguments.add(cli.write(i + ".yaml", BAD));
    }
    // Said on standard error in its turn, unless the run ends before.
    arguments.add(cli.path("gone.yaml"));
    Head head = new Head();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new WmlLint(Map.of(), () -> List.of())
            .run(arguments, new ByteArrayInputStream(new byte[0]), head, err, false);
    assertEquals(1, code);
    assertEquals(2, head.writes);
    assertEquals("", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aClosedPipeDoesNotKeepFilesFromBeingFixed() throws IOException {
    String misspelt = Manifests.S3.replace("training_data_ref", "training_data_rfe");
    List<String> arguments = new ArrayList<>(List.of("-j4", "--fix"));
    for (int i = 0; i < 50; i++) {
      arguments.add(cli.write(i + ".yaml", misspelt.replace("resource: small", "resource: huge")));
    }
    new WmlLint(Map.of(), () -> List.of())
        .run(
            arguments,
            new ByteArrayInputStream(new byte[0]),
            new Head(),
            OutputStream.nullOutputStream(),
            false);
    for (String text : files().values()) {
      assertTrue(text.contains("training_data_ref"), text);
    }
  }
}
