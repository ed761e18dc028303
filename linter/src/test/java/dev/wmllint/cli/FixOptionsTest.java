package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --fix}, {@code --unsafe-fixes} and {@code --diff}. */
final class FixOptionsTest {
  /** A safe fix, and an unsafe one. */
  private static final String BAD =
      Manifests.S3
          .replace("training_data_reference", "training_data")
          .replace("resource: small", "resource: k80");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  private String read(String name) throws IOException {
    return Files.readString(folder.resolve(name));
  }

  @Test
  void appliesSafeFixesAndReportsWhatRemains() throws IOException {
    Cli.Outcome outcome = cli.run("--fix", cli.write("job.yaml", BAD));
    assertEquals(BAD.replace("training_data", "training_data_reference"), read("job.yaml"));
    assertEquals(1, outcome.exitCode());
    assertTrue(outcome.out().startsWith("job.yaml:8:15: error: 'k80'"), outcome.out());
    assertTrue(outcome.out().endsWith("; 1 fixed, 1 remaining\n"), outcome.out());
    assertEquals(
        "job.yaml:9:1: fixed: rename to training_data_reference [legacy-key]\n", outcome.err());
  }

  @Test
  void aManifestOf2018IsCalledSoAndJsonStaysJson() throws IOException {
    String later =
        """
        {"model_definition": {"framework": {"name": "tensorflow", "version": "1.2-py3"},
          "execution": {"command": "python3 train.py",
            "compute_configuration": {"name": "v100", "nodes": 2}}},
         "training_data_reference": [{"connection": {"endpoint_url": "https://s3.example.net",
          "access_key_id": "keyid", "secret_access_key": "secret"},
          "source": {"bucket": "in-data", "type": "s3"}}],
         "training_results_reference": {"name": "r", "connection": {
          "endpoint_url": "https://s3.example.net", "aws_access_key_id": "keyid",
          "aws_secret_access_key": "secret"}, "target": {"bucket": "out-data", "type": "s3"}}}
        """;
    Cli.Outcome before = cli.run(cli.write("job.json", later));
    assertEquals(
        "job.json: this manifest is of the 2018 format: 4 keys differ; --fix --unsafe-fixes"
            + " converts it",
        before.out().lines().findFirst().orElseThrow());
    Cli.Outcome outcome = cli.run("--fix", "--unsafe-fixes", cli.write("job.json", later));
    assertEquals(0, outcome.exitCode(), outcome.out());
    assertTrue(read("job.json").startsWith("{") && !read("job.json").contains("#"));
    assertTrue(
        outcome.err().contains("fixed: convert to resource (was v100), drop 'nodes' [later-key]"),
        outcome.err());
    assertTrue(outcome.err().contains("fixed: drop 'name' [later-key]"), outcome.err());
  }

  @Test
  void appliesUnsafeFixesWhenAsked() throws IOException {
    Cli.Outcome outcome = cli.run("--fix", "--unsafe-fixes", cli.write("job.yaml", BAD));
    assertEquals(Manifests.S3, read("job.yaml"));
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().startsWith("no findings in 1 manifest"), outcome.out());
    assertTrue(outcome.out().endsWith("; 2 fixed, 0 remaining\n"), outcome.out());
  }

  @Test
  void fixingTwiceChangesNothing() throws IOException {
    String job = cli.write("job.yaml", BAD);
    cli.run("--fix", "--unsafe-fixes", job);
    Object time = Files.getLastModifiedTime(folder.resolve("job.yaml"));
    Cli.Outcome outcome = cli.run("--fix", "--unsafe-fixes", job);
    assertEquals(time, Files.getLastModifiedTime(folder.resolve("job.yaml")));
    assertFalse(outcome.out().contains("fixed"), outcome.out());
    assertEquals("", outcome.err());
  }

  @Test
  void quietSaysNothingOfTheFixes() {
    Cli.Outcome outcome = cli.run("--quiet", "--fix", "--unsafe-fixes", cli.write("j.yaml", BAD));
    assertEquals("", outcome.out() + outcome.err());
  }

  @Test
  void keepsMarkLineEndsAndMode() throws IOException {
    byte[] bytes = ("\uFEFF" + BAD.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8);
    Path job = Path.of(cli.write("job.yaml", bytes));
    Files.setPosixFilePermissions(job, PosixFilePermissions.fromString("rw-r-----"));
    cli.run("--fix", "--unsafe-fixes", job.toString());
    String fixed = "\uFEFF" + Manifests.S3.replace("\n", "\r\n");
    assertArrayEquals(fixed.getBytes(StandardCharsets.UTF_8), Files.readAllBytes(job));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(job)));
  }

  @Test
  void whatCannotBeWrittenIsReportedAsItWas() throws IOException {
    Path job = Path.of(cli.write("job.yaml", BAD));
    Files.setPosixFilePermissions(job, PosixFilePermissions.fromString("r--r--r--"));
    Cli.Outcome outcome = cli.run("--fix", job.toString());
    assertEquals(2, outcome.exitCode());
    assertEquals("wml-lint: cannot write 'job.yaml': it is read-only\n", outcome.err());
    assertTrue(outcome.out().contains("[legacy-key]"), outcome.out());
    assertFalse(outcome.out().contains("fixed"), outcome.out());
  }

  @Test
  void bytesThatAreNoTextAreLeftAlone() throws IOException {
    byte[] latin = (BAD + "# \u00E9\n").getBytes(StandardCharsets.ISO_8859_1);
    Path job = Path.of(cli.write("job.yaml", latin));
    Cli.Outcome outcome = cli.run("--fix", job.toString());
    assertArrayEquals(latin, Files.readAllBytes(job));
    assertTrue(outcome.out().contains("[invalid-encoding]"), outcome.out());
  }

  @Test
  void standardInputIsPrintedCorrected() {
    Cli.Outcome outcome = cli.input(BAD).run("--fix", "--unsafe-fixes", "-");
    assertEquals(Manifests.S3, outcome.out());
    assertTrue(outcome.err().contains("<stdin>:9:1: fixed: "), outcome.err());
    assertTrue(outcome.err().contains("no findings in 1 manifest"), outcome.err());
    assertEquals(Manifests.S3, cli.input(Manifests.S3).run("--fix", "-").out());
  }

  @Test
  void standardInputThatCannotBeCorrectedIsPassedOn() {
    byte[] latin = (BAD + "# \u00E9\n").getBytes(StandardCharsets.ISO_8859_1);
    assertArrayEquals(latin, passedThrough(latin, "--fix", "-"));
    byte[] large = ("a: " + "x".repeat(5 << 20)).getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(large, passedThrough(large, "--fix", "-"));
    byte[] other = "services: {}\n".getBytes(StandardCharsets.UTF_8);
    assertArrayEquals(other, passedThrough(other, "--fix", "--skip-others", "-"));
    cli.write(".wml-lint.yaml", "exclude: ['*.yaml']\n");
    byte[] bad = BAD.getBytes(StandardCharsets.UTF_8);
    String name = cli.path("job.yaml");
    assertArrayEquals(
        bad, passedThrough(bad, "--fix", "--skip-others", "--stdin-filename", name, "-"));
  }

  private static byte[] passedThrough(byte[] bytes, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutputStream err = OutputStream.nullOutputStream();
    new WmlLint(Map.of(), List::of)
        .run(List.of(arguments), new ByteArrayInputStream(bytes), out, err, false);
    return out.toByteArray();
  }

  @Test
  void diffShowsAndChangesNothing() throws IOException {
    Cli.Outcome outcome = cli.run("--diff", cli.write("job.yaml", BAD));
    assertEquals(BAD, read("job.yaml"));
    assertEquals(1, outcome.exitCode());
    assertTrue(
        outcome.out().contains("\n-training_data:\n+training_data_reference:\n"), outcome.out());
    assertFalse(outcome.out().contains("small"), outcome.out());
    assertTrue(outcome.err().endsWith("wml-lint: would apply 1 fix in 1 manifest\n"));
  }

  @Test
  void diffOfACleanManifestIsEmpty() {
    Cli.Outcome outcome = cli.run("--diff", cli.write("job.yaml", Manifests.S3));
    assertEquals("", outcome.out());
    assertEquals("wml-lint: nothing to fix\n", outcome.err());
    assertEquals(0, outcome.exitCode());
  }

  @Test
  void diffOfACleanManifestBesideABadOneIsFindings() {
    String good = cli.write("good.yaml", Manifests.S3);
    Cli.Outcome outcome = cli.run("--diff", "--unsafe-fixes", good, cli.write("bad.yaml", BAD));
    assertEquals(1, outcome.exitCode());
    assertFalse(outcome.out().contains("good.yaml"), outcome.out());
    assertTrue(outcome.out().contains("+    resource: small\n"), outcome.out());
  }

  @Test
  void diffLeavesRoomForAReportInAFile() throws IOException {
    String report = cli.path("report.json");
    Cli.Outcome outcome = cli.run("--diff", "--format", "json=" + report, cli.write("j.yaml", BAD));
    assertFalse(outcome.out().contains("\"version\""), outcome.out());
    assertTrue(read("report.json").contains("\"legacy-key\""));
  }

  @Test
  void optionsThatMakeNoSense() {
    String job = cli.write("job.yaml", BAD);
    assertEquals(
        "wml-lint: --unsafe-fixes requires --fix or --diff\n",
        cli.run("--unsafe-fixes", job).err());
    assertEquals(
        "wml-lint: --diff uses standard output; '--format FORMAT=FILE' writes the findings to a"
            + " file\n",
        cli.run("--diff", "--format", "json", job).err());
  }

  @Test
  void aPersonIsToldWhatMendsItself() {
    String job = cli.write("job.yaml", BAD);
    assertEquals(
        "wml-lint: --fix mends 1, and 1 more with --unsafe-fixes\n", cli.typed("").run(job).err());
    String other =
        cli.write("other.yaml", BAD.replace("training_data:", "training_data_reference:"));
    assertEquals(
        "wml-lint: --fix --unsafe-fixes mends 1; look at what it does\n", cli.run(other).err());
  }

  @Test
  void anEndlessInputComesToAnEnd() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return 'y';
          }

          @Override
          public int read(byte[] bytes, int from, int length) {
            Arrays.fill(bytes, from, from + length, (byte) 'y');
            return length;
          }
        };
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    WmlLint program = WmlLint.program(Map.of());
    assertEquals(1, program.run(List.of("--fix", "-"), endless, gone, err, false));
    assertEquals(
        2,
        program.run(List.of("--fix", "-"), endless, OutputStream.nullOutputStream(), err, false));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("is longer than"));
  }
}
