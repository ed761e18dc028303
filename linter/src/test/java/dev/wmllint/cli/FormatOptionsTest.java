package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.report.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --format}, several at once, and {@code --statistics}. */
final class FormatOptionsTest {
  private static final String BAD = Manifests.S3.replace("resource: small", "resource: huge");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  @Test
  void everyFormatAtOnce() throws IOException {
    List<String> arguments = new ArrayList<>();
    for (String label : Format.labels()) {
      arguments.add("--format");
      arguments.add(label + "=" + cli.path("out." + label));
    }
    arguments.add("--format");
    arguments.add("text");
    arguments.add(cli.write("job.yaml", BAD));
    Cli.Outcome outcome = cli.run(arguments.toArray(String[]::new));
    assertEquals(1, outcome.exitCode());
    assertEquals("", outcome.err());
    assertTrue(outcome.out().startsWith("job.yaml:8:15: error: "), outcome.out());
    for (String label : Format.labels()) {
      String text = Files.readString(folder.resolve("out." + label));
      assertTrue(text.contains("unsupported-resource"), label + ": " + text);
    }
  }

  @Test
  void aFormatWithAFileLeavesStandardOutputEmpty() {
    String job = cli.write("job.yaml", BAD);
    assertEquals("", cli.run("--format", "sarif=" + cli.path("out.sarif"), job).out());
  }

  @Test
  void coloursDoNotReachFiles() throws IOException {
    String job = cli.write("job.yaml", BAD);
    String file = cli.path("out.txt");
    Cli.Outcome outcome =
        cli.run("--color", "always", "--format", "text=" + file, "--format", "text", job);
    assertTrue(outcome.out().contains("\u001B["), outcome.out());
    assertTrue(!Files.readString(Path.of(file)).contains("\u001B["));
  }

  @Test
  void countsByRule() {
    String one = cli.write("one.yaml", BAD);
    String two = cli.write("two.yaml", BAD.replace("bucket: digits-data", "bucket: B"));
    Cli.Outcome outcome = cli.run("--statistics", one, two);
    assertEquals(1, outcome.exitCode());
    assertTrue(outcome.out().lines().findFirst().orElseThrow().contains("unsupported-resource"));
    assertTrue(outcome.out().lines().findFirst().orElseThrow().stripLeading().startsWith("2"));
    assertTrue(cli.run("--statistics", "--format", "json", one).out().contains("\"statistics\""));
  }

  @Test
  void mistakes() {
    String job = cli.write("job.yaml", BAD);
    assertUsage(
        "--format takes one of text, json, jsonl, sarif, github, gitlab, junit, checkstyle, not"
            + " 'yaml'",
        "--format",
        "yaml",
        job);
    assertUsage(
        "two formats for standard output; '--format json=FILE' writes to a file",
        "--format",
        "text",
        "--format",
        "json",
        job);
    assertUsage("--format json=: the file is missing", "--format", "json=", job);
    Cli.Outcome outcome = cli.run("--format", "json=" + cli.path("no/such/out.json"), job);
    assertEquals(2, outcome.exitCode());
    assertEquals(
        "wml-lint: cannot write 'no/such/out.json': there is no such folder\n", outcome.err());
  }

  @Test
  void noReportTakesThePlaceOfAnInputOrOfAnother() {
    String job = cli.write("job.yaml", BAD);
    String zip = cli.zip("m.zip", "train.py");
    String dotted = folder.resolve(".").resolve("job.yaml").toString();
    assertUsage(
        "--format json=./job.yaml would overwrite an input file",
        "--format",
        "json=" + dotted,
        job);
    assertUsage(
        "--format json=m.zip would overwrite an input file", "--format", "json=" + zip, job, zip);
    String config = cli.path(".wml-lint.yaml");
    assertUsage(
        "--format json=.wml-lint.yaml would overwrite an input file",
        "--format",
        "json=" + config,
        job);
    String out = cli.path("o.out");
    String same = folder.resolve(".").resolve("o.out").toString();
    assertUsage(
        "two formats for './o.out'", "--format", "json=" + out, "--format", "text=" + same, job);
  }

  @Test
  void aDashIsStandardOutput() {
    String job = cli.write("job.yaml", BAD);
    assertTrue(cli.run("--format", "json=-", job).out().startsWith("{\"version\""));
  }

  @Test
  void statisticsGoWithTextAndJson() {
    assertUsage(
        "--statistics supports only text and json, not sarif",
        "--statistics",
        "--format",
        "sarif",
        cli.write("job.yaml", BAD));
  }

  private void assertUsage(String message, String... arguments) {
    Cli.Outcome outcome = cli.run(arguments);
    assertEquals("", outcome.out());
    assertEquals("wml-lint: " + message + "\n", outcome.err());
    assertEquals(2, outcome.exitCode());
  }
}
