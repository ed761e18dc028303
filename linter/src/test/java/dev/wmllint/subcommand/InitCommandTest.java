package dev.wmllint.subcommand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InitCommandTest {
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
  void takesProposalsWhereNobodyCanBeAsked() throws IOException {
    Cli.Outcome outcome = cli.run("init", cli.path("job.yaml"));
    assertEquals(
        """
        wrote job.yaml: tensorflow 1.2-py3, small, data and results in s3
          replace each <...>; 'wml-lint credentials FILE' prints the connection for a \
        service credential
          pack:   wml-lint pack FOLDER -o tf-model.zip
          check:  wml-lint job.yaml tf-model.zip
          submit: bx ml train tf-model.zip job.yaml
        """,
        outcome.err());
    assertEquals("", outcome.out());
    assertEquals(0, outcome.exitCode());
    Cli.Outcome lint = cli.run(cli.path("job.yaml"), cli.zip("tf-model.zip", "train.py"));
    assertEquals(0, lint.exitCode());
    assertTrue(lint.out().contains("0 errors, 6 warnings"), lint.out());
    assertTrue(read("job.yaml").endsWith("\n"));
  }

  @Test
  void printsToStandardOutput() {
    Cli.Outcome outcome = cli.run("init", "-", "--framework", "torch", "--resource", "large");
    assertTrue(outcome.out().contains("    command: th main.lua "), outcome.out());
    assertTrue(outcome.out().contains("    resource: large # 4 GPUs"), outcome.out());
    assertEquals("", outcome.err());
    assertEquals(
        outcome, cli.run("init", "--stdout", "--framework", "torch", "--resource", "large"));
  }

  @Test
  void takesEveryValueFromFlags() {
    Cli.Outcome outcome =
        cli.run(
            "init",
            "-",
            "--framework",
            "caffe",
            "--framework-version",
            "1.0-py2",
            "--resource",
            "medium",
            "--command",
            "net_solver.prototxt",
            "--name",
            "a: b",
            "--author-name",
            "#me",
            "--author-email",
            "me@example.com",
            "--data-store",
            "bluemix_objectstore",
            "--data-bucket",
            "My_Data",
            "--results-store",
            "s3",
            "--results-bucket",
            "models");
    assertTrue(
        outcome
            .out()
            .startsWith(
                """
                model_definition:
                  name: "a: b"
                  author:
                    name: "#me"
                    email: me@example.com
                  framework:
                    name: caffe
                    version: 1.0-py2
                  execution:
                    command: caffe train -solver net_solver.prototxt -gpu all
                    resource: medium # 2 GPUs; or small (1 GPU), large (4 GPUs)
                """),
        outcome.out());
    assertTrue(outcome.out().contains("    bucket: My_Data\n    type: bluemix_objectstore"));
    assertTrue(outcome.out().contains("    bucket: models\n    type: s3"));
  }

  @Test
  void overwritesNothingUnlessAsked() throws IOException {
    String job = cli.write("job.yaml", "mine\n");
    Cli.Outcome refused = cli.run("init", job);
    assertEquals("wml-lint: 'job.yaml' exists; --force overwrites it\n", refused.err());
    assertEquals(2, refused.exitCode());
    assertEquals("mine\n", read("job.yaml"));
    assertEquals(0, cli.run("init", "--force", job).exitCode());
    assertTrue(read("job.yaml").startsWith("model_definition:"));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void asksForWhatNoFlagSays() throws IOException {
    Cli.Outcome outcome =
        cli.typed("caffee\ncaffe\nhuge\nmedium\nnet.prototxt\n\nUpper\nlower\n\n\n")
            .run("init", cli.path("job.yaml"), "--data-store", "s3");
    assertEquals(0, outcome.exitCode(), outcome.err());
    String manifest = read("job.yaml");
    assertTrue(manifest.contains("command: caffe train -solver net.prototxt -gpu all"), manifest);
    assertTrue(manifest.contains("resource: medium"), manifest);
    assertTrue(manifest.contains("    bucket: lower\n    type: s3"), manifest);
    assertTrue(outcome.err().contains("did you mean 'caffe'?\n"), outcome.err());
    assertTrue(outcome.err().contains("Size of the machine [small]: "), outcome.err());
    assertTrue(outcome.err().contains("  medium  2 GPUs\n"), outcome.err());
    assertTrue(outcome.err().contains("no upper case"), outcome.err());
    // One allowed value, or a flag, leaves nothing to ask.
    assertFalse(outcome.err().contains("Framework version ["), outcome.err());
    assertTrue(outcome.err().contains(" (enter: fill in later): "), outcome.err());
    assertFalse(outcome.err().contains("Data store ["), outcome.err());
    assertEquals("", outcome.out());
  }

  @Test
  void leavesNothingBehindWhenInputEnds() {
    Cli.Outcome outcome = cli.typed("torch\n").run("init", cli.path("job.yaml"));
    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().endsWith("wml-lint: quit without writing anything\n"), outcome.err());
    assertFalse(Files.exists(folder.resolve("job.yaml")));
  }

  @Test
  void aFaultyConfigurationIsReportedAsTheLinterReportsIt() {
    cli.write(".wml-lint.yaml", "ruels: {}\nlimits: 3\n");
    String job = cli.write("job.yaml", "model_definition: {}\n");
    Cli.Outcome outcome = cli.run("init", "--force", job);
    assertEquals(2, outcome.exitCode());
    assertEquals(
        """
        .wml-lint.yaml:1:1: error: unknown key 'ruels'; did you mean 'rules'?
        .wml-lint.yaml:2:9: error: limits must be a mapping, is a number
        """,
        outcome.err());
    assertEquals(outcome.err(), cli.run(job).err());
  }

  @Test
  void proposesTheProgramThatIsThere() throws IOException {
    cli.write("convolutional_network.py", "import input_data\n");
    cli.write("input_data.py", "import os\n");
    Cli.Outcome outcome = cli.typed("\n".repeat(12)).run("init", cli.path("job.yaml"));
    assertEquals(0, outcome.exitCode(), outcome.err());
    assertTrue(outcome.err().contains("[python3 convolutional_network.py "), outcome.err());
    assertTrue(read("job.yaml").contains("command: python3 convolutional_network.py "));
  }

  @Test
  void asksNothingWithYes() {
    assertEquals(0, cli.typed("").run("init", "-y", cli.path("job.yaml")).exitCode());
  }

  @Test
  void refusesWhatTheServiceRefuses() {
    assertEquals(
        "wml-lint: --framework: 'tensorflw' is not a supported framework; supported: scikit-learn,"
            + " tensorflow, caffe, torch, mxnet, theano, caffe2; did you mean 'tensorflow'?\n",
        cli.run("init", "-", "--framework", "tensorflw").err());
    assertEquals(
        "wml-lint: --name: it has a line end or another control character\n",
        cli.run("init", "-", "--name", "a\nb").err());
    assertEquals(
        "wml-lint: no such folder: nowhere\n", cli.run("init", cli.path("nowhere/job.yaml")).err());
    assertEquals(
        "wml-lint: init writes YAML; name the file job.yaml, for example\n",
        cli.run("init", cli.path("job.json")).err());
    assertEquals("wml-lint: one argument too many: 'b'\n", cli.run("init", "a", "b").err());
    assertEquals(2, cli.run("init", folder.toString()).exitCode());
  }

  @Test
  void takesTheFrameworksInForce() {
    String list = cli.write("frameworks.txt", "SI No Name Version\n1 pytorch 0.4\nOK\n");
    Cli.Outcome outcome = cli.run("init", "-", "--frameworks", list);
    assertTrue(outcome.out().contains("name: pytorch\n    version: \"0.4\""), outcome.out());
    assertEquals(2, cli.run("init", "-", "--frameworks", cli.path("none.txt")).exitCode());
    assertEquals(
        2, cli.run("init", "-", "--frameworks", cli.write("empty.txt", "nothing")).exitCode());
  }
}
