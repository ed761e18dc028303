package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wmllint.cli.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wml-lint frameworks}, as a user calls it. */
class FrameworksCommandTest {
  private static final String PRINTED =
      """
      SI No   Name          Version
      1       tensorflow    1.4-py3
      2       mxnet         0.10
      OK
      """;

  @TempDir Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  @Test
  void showsTheTableOfAConfiguration() {
    String config =
        cli.write("c.yaml", "frameworks:\n  tensorflow: [1.4, 1.5-py3]\n  mxnet: 0.10\n");
    Cli.Outcome outcome = cli.run("frameworks", "--config", config);
    assertEquals(
        """
        tensorflow  1.4, 1.5-py3
        mxnet       0.10

        from c.yaml:1
        """,
        outcome.out());
    assertEquals(0, outcome.exitCode());
  }

  @Test
  void noConfigurationIsReadWithoutEnd() throws IOException, InterruptedException {
    String list = cli.write("frameworks.txt", PRINTED);
    String text = "rules: {}\n" + "# much\n".repeat(1 << 20);
    String config = cli.write("c.yaml", text);
    assertEquals(2, cli.run("frameworks", "--from", list, "--config", config).exitCode());
    assertEquals(text.length(), Files.size(Path.of(config)));
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "mkfifo is there");
    String pipe = cli.path("pipe.yaml");
    assertEquals(0, new ProcessBuilder("/usr/bin/mkfifo", pipe).start().waitFor());
    Cli.Outcome outcome = cli.run("frameworks", "--from", list, "--config", pipe);
    assertEquals(2, outcome.exitCode());
    assertEquals("pipe.yaml: error: is no regular file\n", outcome.err());
  }

  @Test
  void showsTheBuiltInTableWhereNoneIsSet() {
    String config = cli.write("c.yaml", "rules: {}\n");
    String out = cli.run("frameworks", "--config", config).out();
    assertTrue(out.contains("\ntensorflow    1.2-py2, 1.2-py3, 1.3-py2, 1.3-py3\n"), out);
    assertTrue(out.endsWith("\nfrom wml-lint itself: the list of 2017-11-16\n"), out);
  }

  @Test
  void speaksJson() {
    String config = cli.write("c.yaml", "frameworks: {mxnet: 0.10}\n");
    String out = cli.run("frameworks", "--config", config, "--format", "json").out();
    assertEquals(
        "{\"version\":1,\"source\":{\"kind\":\"file\",\"path\":\""
            + folder.resolve("c.yaml").toString().replace(folder + "/", "")
            + "\",\"line\":1},\"frameworks\":[{\"name\":\"mxnet\",\"versions\":[\"0.10\"]}]}\n",
        out);
    String standard = cli.write("d.yaml", "");
    String builtIn = cli.run("frameworks", "--config", standard, "--format", "json").out();
    assertTrue(builtIn.startsWith("{\"version\":1,\"source\":{\"kind\":\"built-in\"},"), builtIn);
  }

  @Test
  void importsIntoANewConfiguration() throws Exception {
    String list = cli.write("list.txt", PRINTED);
    Cli.Outcome outcome = cli.run("frameworks", "--config", cli.path("c.yaml"), "--from", list);
    assertEquals("", outcome.err());
    assertTrue(
        outcome.out().endsWith("- caffe2 0.8\n+ tensorflow 1.4-py3\nc.yaml: created\n"),
        outcome.out());
    assertEquals(
        "frameworks:\n  tensorflow: [1.4-py3]\n  mxnet: [\"0.10\"]\n",
        Files.readString(folder.resolve("c.yaml")));
  }

  @Test
  void importsFromStandardInputAndKeepsEverythingElse() throws Exception {
    Path file = folder.resolve("c.yaml");
    cli.write("c.yaml", "# ours\r\nrules: {shared-bucket: off} # yes\r\n");
    Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), file);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    Cli.Outcome outcome =
        cli.input(PRINTED).run("frameworks", "--from", "-", "--config", link.toString());
    assertEquals(0, outcome.exitCode(), outcome.err());
    String expected =
        """
        # ours
        rules: {shared-bucket: off} # yes
        frameworks:
          tensorflow: [1.4-py3]
          mxnet: ["0.10"]
        """;
    assertEquals(expected.replace("\n", "\r\n"), Files.readString(file));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    try (var files = Files.list(folder)) {
      assertEquals(2, files.count(), "no draft is left behind");
    }
  }

  @Test
  void aSecondImportChangesNothing() throws Exception {
    String config = cli.write("c.yaml", "");
    cli.input(PRINTED).run("frameworks", "--from", "-", "--config", config);
    String first = Files.readString(folder.resolve("c.yaml"));
    Cli.Outcome again = cli.input(PRINTED).run("frameworks", "--from", "-", "--config", config);
    assertEquals("c.yaml: as it is; the frameworks are those that were in force\n", again.out());
    assertEquals(first, Files.readString(folder.resolve("c.yaml")));
  }

  @Test
  void aDryRunPrintsAndWritesNothing() {
    Cli.Outcome outcome =
        cli.input(PRINTED)
            .run("frameworks", "--from", "-", "--dry-run", "--config", cli.path("c.yaml"));
    assertEquals("frameworks:\n  tensorflow: [1.4-py3]\n  mxnet: [\"0.10\"]\n", outcome.out());
    assertTrue(
        outcome.err().endsWith("+ tensorflow 1.4-py3\nc.yaml: not written\n"), outcome.err());
    assertFalse(Files.exists(folder.resolve("c.yaml")));
  }

  @Test
  void rowsThatCannotBeReadAreNamed() throws Exception {
    String list = cli.write("list.txt", "1 torch lua52\n2 caffe 1.0 py2\n3 torch\n\nOK\n");
    Cli.Outcome outcome = cli.run("frameworks", "--config", cli.path("c.yaml"), "--from", list);
    assertEquals(0, outcome.exitCode());
    assertEquals(
        """
        list.txt:2: not read: '2 caffe 1.0 py2'; a row has a number, a name and a version
        list.txt:3: not read: '3 torch'; a row has a number, a name and a version
        """,
        outcome.err());
    assertEquals("frameworks:\n  torch: [lua52]\n", Files.readString(folder.resolve("c.yaml")));
    Cli.Outcome many =
        cli.input("1 torch lua52\n" + "2 caffe\n".repeat(30))
            .run("frameworks", "--dry-run", "--config", cli.path("d.yaml"), "--from", "-");
    assertTrue(many.err().startsWith("<stdin>:2: not read: '2 caffe';"), many.err());
    assertTrue(many.err().contains("\nand 20 more lines not read\n"), many.err());
  }

  @Test
  void refusesWhatIsNoList() {
    String config = cli.path("c.yaml");
    Cli.Outcome outcome =
        cli.input("FAILED\n\n1 records found.\n")
            .run("frameworks", "--from", "-", "--config", config);
    assertEquals(2, outcome.exitCode());
    assertEquals(
        "wml-lint: standard input has no row with number, name and version; give it what"
            + " 'bx ml list frameworks' prints\n",
        outcome.err());
    assertFalse(Files.exists(folder.resolve("c.yaml")));
    assertEquals(
        "wml-lint: no such file: 'none.txt'\n",
        cli.run("frameworks", "--config", config, "--from", cli.path("none.txt")).err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frameworks: gone.txt",
        "frameworks: 3",
        "frameworks: {}",
        "frameworks: [torch]",
        "frameworks:\n  torch: []\n  torch: []"
      })
  void aFaultyTableIsReplaced(String faulty) throws Exception {
    String config = cli.write("c.yaml", "exclude: [a]\n" + faulty + "\nlimits: {}\n");
    assertEquals(2, cli.run("frameworks", "--config", config).exitCode());
    Cli.Outcome outcome = cli.input(PRINTED).run("frameworks", "--from", "-", "--config", config);
    assertEquals(0, outcome.exitCode(), outcome.err());
    String text = Files.readString(folder.resolve("c.yaml"));
    assertTrue(text.startsWith("exclude: [a]\nframeworks:"), text);
    assertTrue(text.endsWith("\n  tensorflow: [1.4-py3]\n  mxnet: [\"0.10\"]\nlimits: {}\n"), text);
  }

  @Test
  void aFaultyConfigurationIsNotTouched() throws Exception {
    String config = cli.write("c.yaml", "ruels: {}\nlimits: 3\n");
    Cli.Outcome outcome = cli.input(PRINTED).run("frameworks", "--from", "-", "--config", config);
    assertEquals(2, outcome.exitCode());
    assertEquals(
        """
        c.yaml:1:1: error: unknown key 'ruels'; did you mean 'rules'?
        c.yaml:2:9: error: limits must be a mapping, is a number
        """,
        outcome.err());
    assertEquals("ruels: {}\nlimits: 3\n", Files.readString(folder.resolve("c.yaml")));
    assertEquals(2, cli.run("frameworks", "--config", cli.path("none.yaml")).exitCode());
  }

  @Test
  void optionsThatDoNotGoTogetherAreRefused() {
    assertEquals(2, cli.run("frameworks", "--dry-run").exitCode());
    assertEquals(2, cli.run("frameworks", "--from", "-", "--format", "json").exitCode());
    assertEquals(2, cli.run("frameworks", "--format", "sarif").exitCode());
  }

  @Test
  void theSchemaOfTheConfigurationIsPrinted() {
    assertEquals(ConfigSchema.json(), cli.run("schema", "--config").out());
  }

  @Test
  void aUtf16ListOfPowerShellIsRead() throws Exception {
    Path list = folder.resolve("list.txt");
    Files.write(list, ("\uFEFF" + PRINTED).getBytes(StandardCharsets.UTF_16LE));
    String config = cli.write("c.yaml", "frameworks: list.txt\n");
    String out = cli.run("frameworks", "--config", config).out();
    assertEquals("tensorflow  1.4-py3\nmxnet       0.10\n\nfrom list.txt:2\n", out);
  }
}
