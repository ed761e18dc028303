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

/** {@code .wml-lint.yaml}, and the options that stand in its place. */
final class ConfigOptionsTest {
  private static final String BAD = Manifests.S3.replace("resource: small", "resource: huge");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  @Test
  void theNearestConfigurationCounts() {
    cli.write(".wml-lint.yaml", "rules: {unsupported-resource: warning}\n");
    cli.write("deep/.wml-lint.yaml", "rules: {unsupported-resource: off}\n");
    String outer = cli.write("jobs/job.yaml", BAD);
    String inner = cli.write("deep/jobs/job.yaml", BAD);
    Cli.Outcome outcome = cli.run(outer, inner);
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().startsWith("jobs/job.yaml:8:15: warning: "), outcome.out());
    assertTrue(outcome.out().contains("\n0 errors, 1 warning in 2 manifests"), outcome.out());
  }

  @Test
  void theCommandLineOverrulesTheConfiguration() {
    cli.write(".wml-lint.yaml", "rules: {unsupported-resource: off}\n");
    String job = cli.write("job.yaml", BAD);
    assertEquals(0, cli.run(job).exitCode());
    assertEquals(1, cli.run("--rule", "unsupported-resource=error", job).exitCode());
    assertEquals(1, cli.run("--no-config", job).exitCode());
    String other = cli.write("other/settings.yaml", "rules: {unsupported-resource: info}\n");
    assertTrue(cli.run("--config", other, job).out().contains(": info: "));
  }

  @Test
  void aMistakeInTheConfigurationIsSaidOnceAndNothingIsChecked() {
    cli.write(".wml-lint.yaml", "rules:\n  unsuported-resource: off\n");
    String one = cli.write("one.yaml", BAD);
    Cli.Outcome outcome = cli.run(one, cli.write("two.yaml", BAD));
    assertEquals(2, outcome.exitCode());
    assertEquals("", outcome.out());
    assertEquals(
        ".wml-lint.yaml:2:3: error: unknown rule 'unsuported-resource'; did you mean"
            + " 'unsupported-resource'?\n",
        outcome.err());
    assertEquals(1, cli.run("--no-config", one).exitCode());
  }

  @Test
  void manifestsUnderARightConfigurationAreCheckedBesideThoseUnderAWrongOne() {
    cli.write("wrong/.wml-lint.yaml", "ruels: {}\n");
    String wrong = cli.write("wrong/job.yaml", BAD);
    Cli.Outcome outcome = cli.run(wrong, cli.write("right/job.yaml", BAD));
    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.out().startsWith("right/job.yaml:8:15: error: "), outcome.out());
    assertTrue(outcome.err().contains("unknown key 'ruels'; did you mean 'rules'?"));
  }

  @Test
  void namesModelDefinitions() {
    cli.write(".wml-lint.yaml", "models: {'jobs/*.yaml': build/model.zip}\n");
    cli.zip("build/model.zip", "other.py");
    Cli.Outcome outcome = cli.run(cli.write("jobs/job.yaml", Manifests.S3));
    assertTrue(outcome.out().contains("[command-file-missing]"), outcome.out());
    assertTrue(outcome.out().contains("build/model.zip, 1 file"), outcome.out());
  }

  @Test
  void argumentAndCommentComeBeforeTheConfiguration() {
    cli.write(".wml-lint.yaml", "models: {'*.yaml': missing.zip}\n");
    String zip = cli.zip("good.zip", "train.py");
    String job = cli.write("job.yaml", Manifests.S3);
    assertTrue(cli.run(job).out().startsWith("missing.zip: error: "), cli.run(job).out());
    assertEquals(0, cli.run(job, zip).exitCode());
    assertEquals(0, cli.run("--model", zip, job).exitCode());
    String named = cli.write("named.yaml", "# wml-lint: model=good.zip\n" + Manifests.S3);
    assertEquals(0, cli.run(named).exitCode());
  }

  @Test
  void excludedFilesArePassedOverUnlessTheyAreNamed() {
    cli.write(".wml-lint.yaml", "exclude: [old/**]\n");
    String old = cli.write("old/job.yaml", BAD);
    cli.write("new/job.yaml", Manifests.S3);
    Cli.Outcome searched = cli.run(cli.path("."));
    assertEquals(0, searched.exitCode());
    assertTrue(searched.out().endsWith("; 1 other file skipped\n"), searched.out());
    assertEquals(1, cli.run(old).exitCode());
    assertEquals(0, cli.run("--skip-others", old).exitCode());
  }

  @Test
  void theConfigurationItselfIsNoManifest() {
    cli.write(".wml-lint.yaml", "{}\n");
    cli.write("job.yaml", Manifests.S3);
    assertFalse(cli.run(cli.path(".")).out().contains("skipped"));
  }

  @Test
  void setsFrameworks() {
    cli.write(".wml-lint.yaml", "frameworks: {mxnet: [0.12]}\n");
    String job = cli.write("job.yaml", Manifests.S3);
    assertTrue(cli.run(job).out().contains("[unsupported-framework]"), cli.run(job).out());
    String list = cli.write("list.txt", "1   tensorflow   1.2-py3\n");
    assertEquals(0, cli.run("--frameworks", list, job).exitCode());
  }

  @Test
  void setsLimits() {
    cli.write(".wml-lint.yaml", "limits: {text-size: 1 KiB, zip-entries: 1}\n");
    String zip = cli.zip("m.zip", "train.py", "other.py");
    Cli.Outcome outcome = cli.run(cli.write("job.yaml", Manifests.S3), zip);
    assertTrue(outcome.out().contains("m.zip: error: "), outcome.out());
    assertTrue(outcome.out().contains("[model-limits]"), outcome.out());
    String large = cli.write("large.yaml", Manifests.S3 + "# " + "x".repeat(1024));
    assertTrue(cli.run("--no-model", large).out().contains("[resource-limit]"));
  }

  @Test
  void showsTheSettingsInForce() {
    cli.write(".wml-lint.yaml", "\nrules: {unsupported-resource: off}\n");
    String job = cli.write("job.yaml", BAD);
    Cli.Outcome outcome = cli.run("--show-config", "--rule", "unknown-key=error", job);
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().startsWith("# configuration: .wml-lint.yaml\n"), outcome.out());
    assertTrue(
        outcome.out().matches("(?s).*  unsupported-resource: off +# \\.wml-lint\\.yaml:2\n.*"),
        outcome.out());
    assertTrue(outcome.out().matches("(?s).*  unknown-key: error +# --rule\n.*"), outcome.out());
    assertFalse(outcome.out().contains("[unsupported-resource]"), outcome.out());
  }

  @Test
  void aConfigurationThatIsALinkToNothingIsAnError() throws IOException {
    String job = cli.write("job.yaml", Manifests.S3);
    Files.createSymbolicLink(folder.resolve(".wml-lint.yaml"), Path.of("gone.yaml"));
    Cli.Outcome outcome = cli.run(job);
    assertEquals(2, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains(".wml-lint.yaml"), outcome.err());
  }

  @Test
  void settingsOfRulesMayHaveSpacesBetweenThem() {
    String job = cli.write("job.yaml", Manifests.S3.replace("resource: small", "resource: huge"));
    Cli.Outcome outcome =
        cli.run("--rule", " unsupported-resource=off , unknown-key=off", "--quiet", job);
    assertEquals("", outcome.err());
    assertEquals(0, outcome.exitCode());
  }
}
