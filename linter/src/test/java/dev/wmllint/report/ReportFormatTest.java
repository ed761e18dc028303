package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.Manifests;
import dev.wmllint.cli.Cli;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The formats, to the letter: programs read them. */
final class ReportFormatTest {
  @TempDir private Path folder;
  private Cli cli;

  @BeforeEach
  void prepare() {
    cli = new Cli(folder);
  }

  @Test
  void text() {
    String job = cli.write("job.yaml", Manifests.S3.replace("1.2-py3", "1.2-py9"));
    assertEquals(
        """
        job.yaml:5:14: error: tensorflow 1.2-py9 is not a supported version \
        [unsupported-framework-version]
          5 |     version: 1.2-py9
            |              ^^^^^^^ supported: 1.2-py2, 1.2-py3, 1.3-py2, 1.3-py3
            = fix: use 1.2-py3
        1 error, 0 warnings in 1 manifest (model definition: tf-model.zip, 1 file)
        """,
        cli.run(job, cli.zip("tf-model.zip", "train.py")).out());
  }

  @Test
  void textOfWideCharacters() {
    String job =
        cli.write(
            "job.yaml",
            Manifests.S3.replace(
                "resource: small", "\"resource\": huge # \u65E5\u672C\n  description: x"));
    assertEquals(
        """
        job.yaml:8:17: error: 'huge' is not a machine size [unsupported-resource]
          8 |     "resource": huge # \u65E5\u672C
            |                 ^^^^ one of: small (1 GPU), medium (2 GPUs), large (4 GPUs)
        """,
        cli.run("--quiet", "--no-model", job).out());
    String flow =
        cli.write(
            "flow.yaml",
            "a: {\"\uD83D\uDE80\u65E5\": 1, model_definition: 2}\nmodel_definition: x\n");
    assertEquals(
        """
        flow.yaml:1:1: warning: unknown key 'a' [unknown-key]
        """,
        cli.run("--no-model", flow).out().lines().findFirst().orElse("") + "\n");
  }

  @Test
  void textOfControlCharacters() {
    String job =
        cli.write(
            "job.yaml",
            Manifests.S3.replace("resource: small", "resource: \"hu\\u001b[31mge\u202E\""));
    assertEquals(
        "  8 |     resource: \"hu\\u001b[31mge\uFFFD\"",
        cli.run("--no-model", job).out().lines().skip(1).findFirst().orElse(""));
    assertEquals(
        "job.yaml:8:16: error: 'hu\uFFFD[31mge\\u202e' is not a machine size"
            + " [unsupported-resource]",
        cli.run("--no-model", job).out().lines().findFirst().orElse(""));
  }

  @Test
  void json() {
    String job =
        cli.write("job.yaml", "# \uD83D\uDE80\n" + Manifests.S3.replace("1.2-py3", "1.2-py9"));
    assertEquals(
        """
        {"version":1,"files":[{"path":"job.yaml","model":"tf-model.zip","diagnostics":[{"rule":\
        "unsupported-framework-version","severity":"error","message":"tensorflow 1.2-py9 is not \
        a supported version; supported: 1.2-py2, 1.2-py3, 1.3-py2, 1.3-py3","path":\
        "model_definition.framework.version","range":{"start":{"line":6,"column":14},"end":\
        {"line":6,"column":21}},"related":[],"fixes":[{"title":"use 1.2-py3","safety":"unsafe",\
        "edits":[{"range":{"start":{"line":6,"column":14},"end":{"line":6,"column":21}},"text":\
        "1.2-py3"}]}]}]}],"summary":{"manifests":1,"errors":1,"warnings":0,"infos":0}}
        """,
        cli.run("--format", "json", job, cli.zip("tf-model.zip", "train.py")).out());
  }

  @Test
  void jsonOfAFaultyModelDefinition() {
    String job = cli.write("job.yaml", Manifests.S3);
    String zip = cli.zip("m.zip", "train.py", "__MACOSX/._train.py");
    assertEquals(
        """
        {"version":1,"files":[{"path":"job.yaml","model":"m.zip","diagnostics":[]},{"path":\
        "m.zip","diagnostics":[{"rule":"model-junk","severity":"info","message":"MESSAGE",\
        "path":null,"range":null,"related":[{"message":"","range":null,"entry":\
        "__MACOSX/._train.py"}],"fixes":[]}]}],"summary":{"manifests":1,"errors":0,"warnings":0,\
        "infos":1}}
        """,
        cli.run("--format", "json", job, zip)
            .out()
            .replaceFirst("(info\",\"message\":)\"[^\"]*\"", "$1\"MESSAGE\""));
  }

  @Test
  void jsonHasAnEntryForEachManifest() {
    assertEquals(
        """
        {"version":1,"files":[{"path":"a.yaml","model":null,"diagnostics":[]},{"path":"b.yaml",\
        "model":null,"diagnostics":[]}],"summary":{"manifests":2,"errors":0,"warnings":0,\
        "infos":0}}
        """,
        cli.run(
                "--format",
                "json",
                "--no-model",
                cli.write("a.yaml", Manifests.S3),
                cli.write("b.yaml", Manifests.SWIFT))
            .out());
  }
}
