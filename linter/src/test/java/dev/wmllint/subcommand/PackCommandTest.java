package dev.wmllint.subcommand;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wmllint.Manifests;
import dev.wmllint.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PackCommandTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  private Cli.Outcome pack(String... options) {
    String[] all = new String[options.length + 4];
    all[0] = "pack";
    all[1] = cli.path("model");
    all[2] = "-o";
    all[3] = cli.path("m.zip");
    System.arraycopy(options, 0, all, 4, options.length);
    return cli.run(all);
  }

  @Test
  void saysWhatWentIn() {
    cli.write("model/train.py", "x".repeat(2300));
    cli.write("model/run.sh", "#!/bin/sh\n");
    cli.write("model/__pycache__/train.pyc", "x");
    cli.write("model/.env", "x");
    Cli.Outcome outcome = pack();
    assertEquals(
        """
               1 B  .env
              10 B  run.sh  (executable)
           2.2 KiB  train.py
          left out  __pycache__/  (compiled Python)
        m.zip: 3 files, 2.5 KiB
        """
            .indent(0),
        outcome.out());
    assertEquals(
        "wml-lint: warning: '.env' may hold secrets; everyone with the zip can read them\n",
        outcome.err());
    assertEquals(0, outcome.exitCode());
  }

  @Test
  void longListsAreCutUnlessAskedFor() {
    for (int i = 0; i < 1023; i++) {
      cli.write("model/" + i + ".py", "");
    }
    Cli.Outcome cut = pack();
    assertEquals(22, cut.out().lines().count());
    assertTrue(cut.out().contains("\n       ...  and 1,003 more (--list shows all)\n"), cut.out());
    assertEquals(1024, pack("--list").out().lines().count());
    assertEquals("", pack("--quiet").out());
  }

  @Test
  void whatWasPackedLintsClean() {
    cli.write("model/train.py", "print(1)\n");
    cli.write("model/job.yaml", Manifests.S3);
    assertEquals(0, pack().exitCode());
    Cli.Outcome lint = cli.run(cli.path("model/job.yaml"), cli.path("m.zip"));
    assertEquals("no findings in 1 manifest (model definition: m.zip, 1 file)\n", lint.out());
  }

  @ParameterizedTest
  @CsvSource({"lenet,caffe-model.zip", "mnist,tf-model.zip", "word-lm,torch-model.zip"})
  void examplesArePackedSo(String example, String zip) throws IOException {
    String model = EXAMPLES.resolve(example).resolve("model").toString();
    assertEquals(0, cli.run("pack", model, "-o", cli.path(zip)).exitCode());
    assertArrayEquals(
        Files.readAllBytes(EXAMPLES.resolve(example).resolve(zip)),
        Files.readAllBytes(folder.resolve(zip)));
  }

  @Test
  void mistakesAreSaid() {
    cli.write("model/train.py", "");
    cli.write("file.txt", "precious");
    assertUsage("no such folder: 'none'", "none", "m.zip");
    assertUsage("'file.txt' is no folder", "file.txt", "m.zip");
    assertUsage("'file.txt' is no zip, and is not overwritten", "model", "file.txt");
    assertUsage("'model' is a folder; name the zip to write in it", "model", "model");
    assertUsage("no folder to write 'no/m.zip' to", "model", "no/m.zip");
    assertEquals("wml-lint: missing required parameter: 'FOLDER'\n", cli.run("pack").err());
    assertEquals(
        "wml-lint: one argument too many: 'm.zip'\n",
        cli.run("pack", cli.path("model"), cli.path("m.zip")).err());
  }

  private void assertUsage(String message, String model, String zip) {
    Cli.Outcome outcome = cli.run("pack", cli.path(model), "-o", cli.path(zip));
    assertEquals("wml-lint: " + message + "\n", outcome.err());
    assertEquals("", outcome.out());
    assertEquals(2, outcome.exitCode());
  }

  @Test
  void unwritableFolders() {
    assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is a folder nobody can write to");
    cli.write("model/train.py", "");
    Cli.Outcome outcome = cli.run("pack", cli.path("model"), "-o", "/proc/m.zip");
    assertTrue(outcome.err().startsWith("wml-lint: cannot write '/proc/m.zip'"), outcome.err());
    assertEquals(2, outcome.exitCode());
  }

  @Test
  void namesCannotActOnTheTerminal() {
    cli.write("model/\u202Etrain.py", "");
    assertEquals(
        "       0 B  \uFFFDtrain.py\n", pack().out().lines().findFirst().orElse("") + "\n");
  }

  @Test
  void theTimeIsThatOfTheSources() throws IOException {
    cli.write("model/train.py", "");
    cli.environment("SOURCE_DATE_EPOCH", "1767225600");
    assertEquals(0, pack().exitCode());
    byte[] zip = Files.readAllBytes(folder.resolve("m.zip"));
    assertEquals(46 << 9 | 1 << 5 | 1, (zip[13] & 0xFF) << 8 | zip[12]);
    cli.environment("SOURCE_DATE_EPOCH", "today");
    assertEquals(
        "wml-lint: SOURCE_DATE_EPOCH must be a number of seconds, is 'today'\n", pack().err());
  }
}
