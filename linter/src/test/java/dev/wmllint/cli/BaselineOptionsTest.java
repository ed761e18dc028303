package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --baseline} and {@code --write-baseline}. */
final class BaselineOptionsTest {
  private static final String BAD = Manifests.S3.replace("resource: small", "resource: huge");

  @TempDir private Path folder;
  private Cli cli;
  private String baseline;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
    baseline = cli.path("known.json");
  }

  private Cli.Outcome write(String... files) {
    return cli.run(with(files, "--write-baseline"));
  }

  private Cli.Outcome check(String... files) {
    return cli.run(with(files));
  }

  private String[] with(String[] files, String... options) {
    String[] all = new String[2 + options.length + files.length];
    all[0] = "--baseline";
    all[1] = baseline;
    System.arraycopy(options, 0, all, 2, options.length);
    System.arraycopy(files, 0, all, 2 + options.length, files.length);
    return all;
  }

  @Test
  void whatIsKnownIsNotShown() {
    String job = cli.write("job.yaml", BAD);
    Cli.Outcome written = write(job);
    assertEquals(0, written.exitCode());
    assertEquals("wml-lint: wrote 1 finding to known.json\n", written.err());
    Cli.Outcome outcome = check(job);
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().endsWith("; 1 known from the baseline is not shown\n"));
    cli.write("job.yaml", "# a line more\n\n" + BAD.replace("bucket: digits-data", "bucket: B"));
    Cli.Outcome changed = check(job);
    assertTrue(changed.out().contains("[invalid-bucket-name]"), changed.out());
    assertFalse(changed.out().contains("[unsupported-resource]"), changed.out());
  }

  @Test
  void whatIsNoLongerThereIsSaid() {
    String job = cli.write("job.yaml", BAD);
    write(job);
    cli.write("job.yaml", Manifests.S3);
    Cli.Outcome outcome = check(job);
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.err().contains("job.yaml"), outcome.err());
    assertTrue(outcome.err().contains("unsupported-resource"), outcome.err());
    assertTrue(outcome.out().endsWith("; 1 finding of the baseline no longer there\n"));
    write(job);
    assertFalse(check(job).out().contains("baseline"), check(job).out());
  }

  @Test
  void whatWasNotLookedForIsNotGone() {
    String job = cli.write("job.yaml", BAD);
    String zip = cli.zip("m.zip", "other.py");
    write(job, zip);
    String known = "; 2 known from the baseline are not shown\n";
    assertTrue(check(job, zip).out().endsWith(known), check(job, zip).out());
    assertEquals("", check("--no-model", job).err());
    assertEquals("", check("--rule", "unsupported-resource=off", job, zip).err());
    cli.write("job.yaml", "model_definition: [\n");
    assertEquals("", check(job, zip).err());
  }

  @Test
  void faultsOfTheModelDefinitionAreKnownToo() {
    String job = cli.write("job.yaml", Manifests.S3);
    String zip = cli.write("m.zip", "no zip");
    write(job, zip);
    assertEquals(0, check(job, zip).exitCode());
    cli.zip("m.zip", "train.py");
    assertTrue(check(job, zip).err().contains("m.zip"), check(job, zip).err());
  }

  @Test
  void writingKeepsWhatWasNotLookedAt() throws IOException {
    String one = cli.write("one.yaml", BAD);
    String two = cli.write("two.yaml", BAD);
    write(one, two);
    cli.write("one.yaml", Manifests.S3);
    write(one);
    String text = Files.readString(Path.of(baseline));
    assertFalse(text.contains("one.yaml"), text);
    assertTrue(text.contains("two.yaml"), text);
    assertFalse(text.contains("secret"), text);
  }

  @Test
  void aRuleOfAnotherReleaseIsNotLookedFor() throws IOException {
    String job = cli.write("job.yaml", BAD);
    write(job);
    Path file = Path.of(baseline);
    String text = Files.readString(file);
    cli.write("known.json", text.replace("unsupported-resource", "rule-of-tomorrow"));
    Cli.Outcome outcome = check("--no-model", job);
    assertEquals(1, outcome.exitCode());
    assertEquals("", outcome.err());
  }

  @Test
  void aDiffWritesNoBaseline() {
    String job = cli.write("job.yaml", BAD);
    assertEquals(
        "wml-lint: --diff and --write-baseline cannot be used together\n",
        cli.run("--diff", "--baseline", baseline, "--write-baseline", job).err());
  }

  @Test
  void aBaselineThatCannotBeUsedIsAMistake() {
    String job = cli.write("job.yaml", BAD);
    Cli.Outcome none = check(job);
    assertEquals(2, none.exitCode());
    assertTrue(none.err().startsWith("wml-lint: no such baseline: "), none.err());
    cli.write("known.json", "[]");
    assertEquals(2, check(job).exitCode());
    assertEquals(
        "wml-lint: --write-baseline requires --baseline FILE\n",
        cli.run("--write-baseline", job).err());
  }
}
