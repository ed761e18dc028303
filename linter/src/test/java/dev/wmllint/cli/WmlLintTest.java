package dev.wmllint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.spi.Arguments;
import dev.wmllint.spi.Subcommand;
import dev.wmllint.spi.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

final class WmlLintTest {
  private static final String BAD = Manifests.S3.replace("resource: small", "resource: huge");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  private static String lastLine(Cli.Outcome outcome) {
    return outcome.out().stripTrailing().lines().reduce((a, b) -> b).orElse("");
  }

  @Test
  void summaryNamesTheModelDefinition() {
    Cli.Outcome outcome =
        cli.run(
            cli.write("job.yaml", Manifests.S3), cli.zip("tf-model.zip", "train.py", "data.py"));
    assertEquals(
        "no findings in 1 manifest (model definition: tf-model.zip, 2 files)\n", outcome.out());
    assertEquals(0, outcome.exitCode());
    assertEquals("", outcome.err());
  }

  @Test
  void argumentsComeInEitherOrder() {
    String job = cli.write("job.yaml", Manifests.S3);
    String zip = cli.zip("m.zip", "train.py");
    assertEquals(cli.run(job, zip), cli.run(zip, job));
  }

  @Test
  void eachManifestHasTheModelDefinitionBehindIt() {
    String good = cli.zip("good/good.zip", "train.py");
    String bad = cli.zip("bad/bad.zip", "other.py");
    String one = cli.write("one/job.yaml", Manifests.S3);
    String two = cli.write("two/job.yaml", Manifests.S3);
    Cli.Outcome outcome = cli.run(one, bad, two, good);
    assertEquals(1, outcome.exitCode());
    assertTrue(outcome.out().startsWith("one/job.yaml:7:22: error: "), outcome.out());
    assertFalse(outcome.out().contains("two/job.yaml"), outcome.out());
    assertEquals(
        "1 error, 0 warnings in 2 manifests (2 with a model definition)", lastLine(outcome));
  }

  @Test
  void pairsMayAllBeginWithTheirModelDefinition() {
    String good = cli.zip("good.zip", "train.py");
    String bad = cli.zip("bad.zip", "other.py");
    String one = cli.write("one/job.yaml", Manifests.S3);
    String two = cli.write("two/job.yaml", Manifests.S3);
    assertEquals(cli.run(one, good, two, bad), cli.run(good, one, bad, two));
    assertEquals(1, cli.run(good, one, bad, two).exitCode());
  }

  @Test
  void modelOptionServesAllManifests() {
    String zip = cli.zip("zips/m.zip", "train.py");
    String one = cli.write("one.yaml", Manifests.S3);
    String two = cli.write("two.yaml", Manifests.SWIFT);
    Cli.Outcome outcome = cli.run("--model", zip, one, two);
    assertEquals("no findings in 2 manifests (2 with a model definition)\n", outcome.out());
  }

  @Test
  void folderBehindAManifestIsItsModelDefinition() {
    cli.write("src/train.py", "print(1)\n");
    Cli.Outcome outcome = cli.run(cli.write("job.yaml", Manifests.S3), cli.path("src"));
    assertEquals("no findings in 1 manifest (model definition: src, 1 file)\n", outcome.out());
  }

  @Test
  void folderBeforeAManifestIsItsModelDefinition() {
    cli.write("src/train.py", "print(1)\n");
    Cli.Outcome outcome = cli.run(cli.path("src"), cli.write("job.yaml", Manifests.S3));
    assertEquals("no findings in 1 manifest (model definition: src, 1 file)\n", outcome.out());
  }

  @Test
  void otherFoldersAreSearchedForManifests() throws IOException {
    cli.write("jobs/a.yaml", BAD);
    cli.write("jobs/deep/b.yml", Manifests.SWIFT);
    cli.write("jobs/c.json", Manifests.JSON);
    cli.write("jobs/compose.yaml", "services: {web: {image: nginx}}\n");
    cli.write("jobs/ffdl.yml", "name: x\ngpus: 1\ncpus: 1\n");
    cli.write("jobs/.git/d.yaml", BAD);
    cli.write("jobs/node_modules/e.yaml", BAD);
    cli.write("jobs/notes.txt", BAD);
    Files.createSymbolicLink(folder.resolve("jobs/link.yaml"), folder.resolve("jobs/a.yaml"));
    Cli.Outcome outcome = cli.run(cli.path("jobs"));
    assertEquals(1, outcome.exitCode());
    assertEquals(
        "1 error, 0 warnings in 3 manifests (no zip given or found: program files were not checked);"
            + " 2 other files skipped",
        lastLine(outcome));
  }

  @Test
  void brokenManifestsInFoldersAreNotPassedOver() {
    cli.write("jobs/a.yaml", "model_definition:\n  name: [\n");
    cli.write("jobs/b.yaml", "a: [\n");
    Cli.Outcome outcome = cli.run(cli.path("jobs"));
    assertTrue(outcome.out().contains("[yaml-syntax]"), outcome.out());
    assertTrue(lastLine(outcome).endsWith("1 other file skipped"), outcome.out());
  }

  @Test
  void namedOtherDocumentsAreFindingsUnlessSkipped() {
    String other = cli.write("compose.yaml", "services: {web: {image: nginx}}\n");
    assertEquals(1, cli.run(other).exitCode());
    Cli.Outcome skipped = cli.run("--skip-others", other);
    assertEquals(0, skipped.exitCode());
    assertEquals("no findings in 0 manifests; 1 other file skipped\n", skipped.out());
  }

  @Test
  void globsThatTheShellLeftAloneAreExpanded() {
    cli.write("a.yaml", BAD);
    cli.write("b.yaml", BAD);
    cli.write("deep/c.yaml", BAD);
    assertTrue(lastLine(cli.run(cli.path("*.yaml"))).startsWith("2 errors"));
    assertTrue(lastLine(cli.run(cli.path("**.yaml"))).startsWith("3 errors"));
    Cli.Outcome none = cli.run(cli.path("*.yml"));
    assertEquals(2, none.exitCode());
    assertEquals("wml-lint: no file matches '*.yml'\n", none.err());
  }

  @Test
  void aFolderThatIsALinkIsSearched() throws IOException {
    cli.write("real/a.yaml", BAD);
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("real"));
    assertTrue(cli.run(cli.path("link")).out().startsWith("link/a.yaml:8:15: error: "));
    assertTrue(cli.run(cli.path("link/*.yaml")).out().startsWith("link/a.yaml:8:15: error: "));
  }

  @Test
  void aManifestThatIsNamedTwiceIsLookedAtOnce() {
    String job = cli.write("jobs/job.yaml", BAD);
    Cli.Outcome outcome = cli.run(job, cli.path("jobs/../jobs/job.yaml"));
    assertTrue(lastLine(outcome).startsWith("1 error, 0 warnings in 1 manifest"), outcome.out());
  }

  @Test
  void otherModulesAreNotAskedByARunOfTheLinter() {
    WmlLint program =
        new WmlLint(
            Map.of(),
            () -> {
              throw new AssertionError("asked");
            });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String job = cli.write("job.yaml", Manifests.S3);
    assertEquals(0, program.run(List.of(job), InputStream.nullInputStream(), out, out, false));
    assertEquals(3, program.run(List.of("other"), InputStream.nullInputStream(), out, out, false));
  }

  @Test
  void oneBadArgumentDoesNotCostTheOthers() {
    Cli.Outcome outcome = cli.run(cli.write("job.yaml", BAD), cli.path("none*.yaml"));
    assertEquals(2, outcome.exitCode());
    assertEquals("wml-lint: no file matches 'none*.yaml'\n", outcome.err());
    assertTrue(outcome.out().contains("[unsupported-resource]"), outcome.out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "JOB",
        "--quiet JOB",
        "--diff JOB",
        "--fix -",
        "--show-config",
        "--help",
        "--version",
        "help init",
        "init --stdout",
        "credentials CREDENTIAL",
        "rules",
        "schema",
        "explain unknown-key",
        "frameworks",
        "completion bash"
      })
  void outputThatIsLostIsAFailure(String arguments) {
    String fixable = BAD.replace("training_data_reference", "training_data");
    String job = cli.write("job.yaml", fixable);
    String credential =
        cli.write(
            "c.json",
            "{\"cos_hmac_keys\": {\"access_key_id\": \"a\", \"secret_access_key\": \"b\"}}");
    InputStream in = new ByteArrayInputStream(fixable.getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("full");
          }
        };
    int code =
        new WmlLint(Map.of(), () -> List.of())
            .run(
                List.of(arguments.replace("JOB", job).replace("CREDENTIAL", credential).split(" ")),
                in,
                full,
                err,
                false);
    assertEquals(2, code);
    String said = err.toString(StandardCharsets.UTF_8);
    assertTrue(said.endsWith("wml-lint: cannot write to standard output\n"), said);
    assertEquals(said.indexOf("cannot write"), said.lastIndexOf("cannot write"), said);
  }

  @Test
  void oneModelDefinitionUnderTwoNamesIsReportedOnce() {
    String zip = cli.write("m.zip", "no zip");
    String one = cli.write("a/one.yaml", Manifests.S3);
    Cli.Outcome outcome = cli.run(one, cli.path("a/../m.zip"), cli.write("two.yaml", BAD), zip);
    assertTrue(lastLine(outcome).startsWith("2 errors, 0 warnings in 2 manifests"), outcome.out());
  }

  @Test
  void readsStandardInput() {
    Cli.Outcome outcome = cli.input(BAD).run("--stdin-filename", "jobs/x.yaml", "-");
    assertTrue(outcome.out().startsWith("jobs/x.yaml:8:15: error: 'huge'"), outcome.out());
    assertTrue(cli.run("-").out().startsWith("<stdin>:8:15: error: "));
  }

  @Test
  void findsTheModelDefinitionThatAManifestNames() {
    cli.zip("out/model.bin.zip", "train.py");
    cli.zip("other.zip", "x.py");
    cli.zip("another.zip", "x.py");
    String job = cli.write("job.yaml", "# wml-lint: model=out/model.bin.zip\n" + Manifests.S3);
    assertEquals(
        "no findings in 1 manifest (model definition: out/model.bin.zip, 1 file)\n",
        cli.run(job).out());
  }

  @Test
  void findsTheOnlyFittingZipBesideTheManifest() {
    cli.zip("notes.zip", "readme.txt");
    cli.zip("m.zip", "train.py");
    String job = cli.write("job.yaml", Manifests.S3);
    assertEquals(
        "no findings in 1 manifest (model definition: m.zip, 1 file)\n", cli.run(job).out());
    cli.zip("n.zip", "train.py");
    assertEquals(
        "no findings in 1 manifest (3 zips are beside it, name one with --model: program files were"
            + " not checked)\n",
        cli.run(job).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'name': \"x\"}", "{name: \"x\"}", "{\"name\": \"x\",}"})
  void whatYamlAllowsIsStillNoJson(String text) {
    String manifest = "{\"model_definition\": " + text + "}";
    String words = "info: this is not JSON, though the file's name says so [yaml-syntax]";
    assertTrue(cli.run(cli.write("job.json", manifest)).out().contains(words));
    assertFalse(cli.run(cli.write("job.yaml", manifest)).out().contains(words));
    String json = manifest.replace(text, "{\"name\": \"x\"}");
    assertFalse(cli.run(cli.write("job.json", json)).out().contains(words));
  }

  @Test
  void anArchiveThatIsNoFileIsToldByItsContent() {
    String zip = "PK\u0003\u0004 and more";
    Cli.Outcome outcome = cli.input(zip).run("-");
    assertEquals(2, outcome.exitCode());
    assertEquals(
        "wml-lint: '<stdin>' is an archive; a model definition must be a file, not a pipe\n",
        outcome.err());
  }

  @Test
  void saysWhichZipBesideTheManifestIsNotUsed() {
    cli.zip("data.zip", "digits.csv");
    String job = cli.write("job.yaml", Manifests.S3);
    assertEquals(
        "no findings in 1 manifest (data.zip is not used, it has no program in it: program files"
            + " were not checked)\n",
        cli.run(job).out());
    assertTrue(cli.run("--no-model", job).out().contains("(no zip given or found"));
  }

  @Test
  void aZipThatCannotBeReadIsTheModelDefinitionIfItIsAlone() {
    cli.write("tf-model.zip", "PK\u0003\u0004 and more");
    String job = cli.write("job.yaml", Manifests.S3);
    Cli.Outcome outcome = cli.run(job);
    assertEquals(1, outcome.exitCode());
    assertTrue(outcome.out().contains("tf-model.zip: error: "), outcome.out());
    cli.zip("other.zip", "train.py");
    assertEquals(
        "no findings in 1 manifest (model definition: other.zip, 1 file)\n", cli.run(job).out());
  }

  /** What the rules take for a program is one for the search, too. */
  @ParameterizedTest
  @ValueSource(strings = {"Train.PY", "run.sh", "train.ipynb", "bin/train"})
  void findsTheOnlyZipThatMayHoldAProgram(String file) {
    cli.zip("m.zip", "README", file);
    cli.zip("notes.zip", "readme.txt");
    String job = cli.write("job.yaml", Manifests.S3.replace("python3 train.py", "./run"));
    assertTrue(cli.run(job).out().contains("(model definition: m.zip"), cli.run(job).out());
    cli.zip("program.zip", "run.py");
    assertTrue(cli.run(job).out().contains(file.endsWith("PY") ? "(3 zips" : "program.zip"));
  }

  @Test
  void dataBesideTheProgramIsNoModelDefinition() {
    cli.zip("digits.zip", "train-images-idx3-ubyte");
    cli.write("train.py", "print(1)\n");
    String job = cli.write("job.yaml", Manifests.S3);
    assertEquals("no findings in 1 manifest (model definition: ., 3 files)\n", cli.run(job).out());
  }

  @Test
  void findsTheFolderOfTheManifest() {
    cli.write("train.py", "print(1)\n");
    String job = cli.write("job.yaml", Manifests.S3);
    assertEquals("no findings in 1 manifest (model definition: ., 2 files)\n", cli.run(job).out());
  }

  @Test
  void noModelLooksAtNone() {
    cli.zip("m.zip", "other.py");
    String job = cli.write("job.yaml", Manifests.S3);
    Cli.Outcome outcome = cli.run("--no-model", job);
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().contains("program files were not checked"), outcome.out());
  }

  @Test
  void aMissingModelDefinitionIsAFinding() {
    Cli.Outcome outcome = cli.run(cli.write("job.yaml", Manifests.S3), cli.path("no.zip"));
    assertEquals(1, outcome.exitCode());
    assertTrue(outcome.out().startsWith("no.zip: error: "), outcome.out());
    assertTrue(outcome.out().contains("[model-not-found]"), outcome.out());
  }

  @Test
  void aSharedModelDefinitionIsReportedOnce() {
    String zip = cli.write("m.zip", "no zip at all");
    String one = cli.write("one.yaml", Manifests.S3);
    String two = cli.write("two.yaml", Manifests.S3);
    Cli.Outcome outcome = cli.run("--model", zip, one, two);
    assertTrue(lastLine(outcome).startsWith("1 error, 0 warnings in 2 manifests"), outcome.out());
  }

  @Test
  void aFaultyZipIsReportedBesideAnUnreadableManifest() {
    Cli.Outcome outcome = cli.run(cli.write("job.yaml", "[\n"), cli.write("m.zip", "no zip"));
    assertTrue(outcome.out().contains("[yaml-syntax]"), outcome.out());
    assertTrue(outcome.out().contains("[model-not-a-zip]"), outcome.out());
  }

  @Test
  void twoModelDefinitionsAreNotOneBecauseTheirPathsLookAlike() throws IOException {
    cli.write("deep/real/readme.txt", "x");
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("deep/real"));
    cli.zip("m.zip", "train.py");
    cli.zip("deep/m.zip", "other.py");
    String one = cli.write("one/job.yaml", Manifests.S3);
    String two = cli.write("two/job.yaml", Manifests.S3);
    Cli.Outcome outcome = cli.run(one, cli.path("m.zip"), two, cli.path("link/../m.zip"));
    assertTrue(outcome.out().startsWith("two/job.yaml:7:22: error: "), outcome.out());
  }

  @Test
  void archivesAreKnownByContentToo() {
    byte[] gzip = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0};
    Cli.Outcome outcome =
        cli.run(cli.write("job.yaml", Manifests.S3), cli.write("model.bin", gzip));
    assertTrue(outcome.out().startsWith("model.bin: error: "), outcome.out());
    assertTrue(outcome.out().contains("[model-not-a-zip]"), outcome.out());
  }

  @Test
  void saysThatTheZipIsToBeRebuilt() {
    cli.write("train.py", "print(1)\n");
    Cli.Outcome outcome =
        cli.run(cli.write("job.yaml", Manifests.S3), cli.zip("m.zip", "other.py"));
    assertTrue(outcome.out().contains("rebuild the zip"), outcome.out());
  }

  @Test
  void failOnSetsTheExitCode() {
    String job = cli.write("job.yaml", Manifests.S3.replace("bucket: digits-data", "bucket: <b>"));
    assertEquals(0, cli.run(job).exitCode());
    assertEquals(1, cli.run("--fail-on", "warning", job).exitCode());
    assertEquals(1, cli.run("--fail-on", "info", job).exitCode());
    String bad = cli.write("bad.yaml", BAD);
    assertEquals(0, cli.run("--fail-on", "never", bad).exitCode());
  }

  @Test
  void rulesAreSetOneByOne() {
    String job = cli.write("job.yaml", BAD);
    assertEquals(0, cli.run("--rule", "unsupported-resource=off", job).exitCode());
    Cli.Outcome warned = cli.run("--rule", "unsupported-resource=warning", job);
    assertEquals(0, warned.exitCode());
    assertTrue(warned.out().contains("job.yaml:8:15: warning: "), warned.out());
  }

  @Test
  void aFrameworkListOfTheServiceReplacesTheTable() {
    String list =
        cli.write(
            "frameworks.txt",
            """
            Fetching the list of frameworks ...
            SI No   Name           Version
            1       tensorflow     1.4-py3
            2       tensorflow     1.5-py3
            10       caffe2         0.9
            OK
            List frameworks successful
            """);
    String old = cli.write("old.yaml", Manifests.S3);
    Cli.Outcome outcome = cli.run("--frameworks", list, old);
    assertTrue(outcome.out().contains("supported: 1.4-py3, 1.5-py3"), outcome.out());
    String now = cli.write("new.yaml", Manifests.S3.replace("1.2-py3", "1.5-py3"));
    assertEquals(0, cli.run("--frameworks", list, now).exitCode());
    String caffe2 =
        Manifests.S3.replace("name: tensorflow", "name: caffe2").replace("1.2-py3", "'0.9'");
    assertEquals(0, cli.run("--frameworks", list, cli.write("c.yaml", caffe2)).exitCode());
    String none = cli.write("none.txt", "OK\n");
    assertEquals(2, cli.run("--frameworks", none, old).exitCode());
  }

  @Test
  void optionsComeInEveryFormAndPlace() {
    String job = cli.write("job.yaml", BAD);
    Cli.Outcome json = cli.run("--format", "json", "--fail-on", "never", job);
    assertEquals(json, cli.run("--format=json", "--fail-on=never", job));
    assertEquals(json, cli.run(job, "--fail-on", "error", "--format=json", "--fail-on=never"));
    assertEquals(json, cli.run("--format=json", "--fail-on=never", "--", job));
    assertEquals(
        json,
        cli.input(BAD).run("--stdin-filename=" + job, "-", "--format=json", "--fail-on=never"));
    assertEquals("", cli.run("--quiet", "--quiet", "--no-model", "--jobs=1", "-j2", job).err());
  }

  /** No quotes are stripped, no variables expanded, and a file may have any name. */
  @ParameterizedTest
  @ValueSource(strings = {"'a'", "\"a\"", "$a", "a=b", "a b", "a,b", "-a"})
  void wordsAreTakenAsTheyStand(String word) {
    String unread = "wml-lint: no such file: '" + word + "'\n";
    assertEquals(unread, cli.run("--", word).err());
    assertEquals(word + ": error: no such file\n", cli.run("--config", word, "x.yaml").err());
    assertEquals(word + ": error: no such file\n", cli.run("--config=" + word, "x.yaml").err());
  }

  @Test
  void mistakesOnTheCommandLineAreExitCodeTwo() {
    String job = cli.write("job.yaml", Manifests.S3);
    String zip = cli.zip("m.zip", "train.py");
    assertUsage("an argument is empty", "");
    assertUsage("--model: the path is missing", "--model", "", "job.yaml");
    assertUsage("--config: the path is missing", "--config=", "job.yaml");
    assertUsage("--rule takes ID=off|info|warning|error, not 'job.yaml'", "--rule", "job.yaml");
    assertUsage("missing required parameter for option '--config' (FILE)", job, "--config");
    assertUsage(
        "expected parameter for option '--config' but found '--quiet'", "--config", "--quiet", job);
    assertUsage("option '--fix' should be specified without 'yes' parameter", "--fix=yes", job);
    assertUsage("no file given; see 'wml-lint --help'");
    assertUsage("unknown option '--fromat'; did you mean '--format'?", "--fromat", "json", job);
    assertUsage(
        "--rule: unknown rule 'unknown-kye'; did you mean 'unknown-key'?",
        "--rule",
        "unknown-kye=off",
        job);
    assertUsage(
        "--rule takes ID=off|info|warning|error, not 'unknown-key'", "--rule", "unknown-key", job);
    assertUsage(
        "--model and --no-model cannot be used together", "--no-model", "--model", zip, job);
    assertUsage("no manifest for the model definition 'm.zip'", zip);
    assertUsage("no manifest for the model definition 'm.zip'", job, zip, zip);
    assertUsage("two model definitions for one manifest: 'm.zip', 'm.zip'", zip, zip, job);
    assertUsage("standard input can be read only once", "-", "-");
    assertUsage("--stdin-filename requires '-'", "--stdin-filename", "x.yaml", job);
    assertUsage("--frameworks: cannot read 'x.txt'", "--frameworks", cli.path("x.txt"), job);
  }

  private void assertUsage(String message, String... arguments) {
    Cli.Outcome outcome = cli.run(arguments);
    assertEquals("", outcome.out());
    assertEquals("wml-lint: " + message + "\n", outcome.err().replace(folder + "/", ""));
    assertEquals(2, outcome.exitCode());
  }

  @Test
  void unreadableManifestsAreExitCodeTwoAndTheOthersAreChecked() {
    Cli.Outcome outcome = cli.run(cli.path("none.yaml"), cli.write("job.yaml", BAD));
    assertEquals(2, outcome.exitCode());
    assertEquals("wml-lint: no such file: 'none.yaml'\n", outcome.err());
    assertTrue(outcome.out().contains("[unsupported-resource]"), outcome.out());
  }

  @Test
  void nothingReadIsNotNoFindings() {
    assertEquals("", cli.run(cli.path("none.yaml")).out());
  }

  @Test
  void aFolderWithoutCandidatesIsSaid() {
    cli.write("empty/readme.txt", "x");
    Cli.Outcome outcome = cli.run(cli.path("empty"));
    assertEquals("wml-lint: no YAML or JSON file in 'empty'\n", outcome.err());
    assertEquals(0, outcome.exitCode());
  }

  @Test
  void atSignsAreNoArgumentFiles() {
    assertEquals("wml-lint: no such file: '@x'\n", cli.run("@x").err());
  }

  @Test
  void subcommandsComeFromOutside() {
    Subcommand echo =
        new Subcommand("echo", "say it again") {
          @Override
          public CommandSpec spec() {
            return CommandSpec.create().addPositional(Arguments.files("WORD", "0..*").build());
          }

          @Override
          public int run(ParseResult arguments, Terminal terminal) {
            terminal.out().print(Arguments.positionals(arguments));
            return 7;
          }
        };
    WmlLint program = new WmlLint(Map.of(), () -> List.of(echo));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    InputStream in = InputStream.nullInputStream();
    assertEquals(7, program.run(List.of("echo", "a", "x"), in, out, out, false));
    assertEquals("[a, x]", out.toString(StandardCharsets.UTF_8));
    assertEquals(0, program.run(List.of("--help"), in, out, out, false));
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("  echo         say it again"));
  }

  @Test
  void aWordThatIsNoFileMayBeACommand() {
    assertEquals(
        "wml-lint: no such file: 'rule'; did you mean the command 'rules'?\n",
        cli.run("rule").err());
    assertEquals(
        "wml-lint: no such file: 'lint'; files are checked without a command: wml-lint FILE...\n",
        cli.run("lint").err());
    assertEquals("wml-lint: no such file: 'digits'\n", cli.run("digits").err());
    String job = cli.write("job.yaml", Manifests.S3);
    assertEquals("wml-lint: no such file: 'rule'\n", cli.run("--no-model", job, "rule").err());
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 60, 80, 95, 300})
  void helpFitsTheTerminal(int columns) {
    Cli.Outcome outcome = cli.environment("COLUMNS", "" + columns).run("--help");
    int width = Math.max(55, Math.min(100, columns));
    String commands = outcome.out().substring(outcome.out().indexOf("\nCommands:\n"));
    assertTrue(commands.lines().allMatch(line -> line.length() <= width), outcome.out());
    assertFalse(commands.contains("\nconfiguration"), outcome.out());
    int descriptions = outcome.out().lines().mapToInt(String::length).max().orElse(0);
    assertTrue(descriptions <= Math.max(80, width), outcome.out());
    Cli.Outcome pack = cli.run("pack", "--help");
    assertTrue(pack.out().lines().allMatch(line -> line.length() <= width), pack.out());
  }

  @Test
  void helpFitsEightyColumns() {
    Cli.Outcome outcome = cli.run("--help");
    assertEquals(0, outcome.exitCode());
    assertTrue(outcome.out().lines().allMatch(line -> line.length() <= 80), outcome.out());
    for (String option :
        new String[] {"--model", "--no-model", "--rule", "--fail-on", "--frameworks", "--format"}) {
      assertTrue(outcome.out().contains(option), option);
    }
    assertTrue(cli.run("--version").out().startsWith("wml-lint "));
  }

  @Test
  void coloursOnlyWhereAskedFor() {
    String job = cli.write("job.yaml", BAD);
    assertFalse(cli.run(job).out().contains("\u001B["));
    assertTrue(cli.run("--color", "always", job).out().contains("\u001B[1;31m"));
    assertTrue(cli.environment("FORCE_COLOR", "1").run(job).out().contains("\u001B[1;31m"));
    assertFalse(cli.environment("NO_COLOR", "1").run(job).out().contains("\u001B["));
  }

  @Test
  void quietLeavesOutTheSummary() {
    assertEquals("", cli.run("--quiet", cli.write("job.yaml", Manifests.S3)).out());
  }

  @Test
  void aFileWithAnotherEncodingIsRead() {
    byte[] bytes = ("\uFEFF" + Manifests.S3).getBytes(StandardCharsets.UTF_16LE);
    assertEquals(0, cli.run(cli.write("job.yaml", bytes)).exitCode());
  }

  @Test
  void noDepthOfFoldersHidesAManifest() throws IOException {
    Path deep = folder;
    for (int i = 0; i < 80; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("job.yaml"), Manifests.S3.replace("small", "k80"));
    assertEquals(1, cli.run(folder.toString()).exitCode());
    assertEquals(1, cli.run(folder + "/**/job.yaml").exitCode());
  }
}
