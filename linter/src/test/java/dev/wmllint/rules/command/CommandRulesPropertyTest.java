package dev.wmllint.rules.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.model.Executable;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for any command, and what the fixtures cannot show: folders, configuration, size. */
class CommandRulesPropertyTest {
  private static final long SEED = 20171116;

  private static final List<CommandStyle> STYLES = List.of(CommandStyle.values());

  private static final List<String> PIECES =
      List.of(
          "python3",
          "python2",
          "train.py",
          "trian.py",
          "src/train.py",
          "-m",
          "pkg.mod",
          "pkg.mdo",
          "bash",
          "run.sh",
          "./run.sh",
          "th",
          "main.lua",
          "caffe",
          "train",
          "-solver",
          "s.prototxt",
          "--config=c.yaml",
          "$DATADIR",
          "${DATA_DIR}/x",
          "/data/x",
          "--data=/mnt/y",
          "&&",
          ";",
          "|",
          "||",
          "cd",
          "src",
          "scr",
          "mkdir",
          "\"a b\"",
          "'c d'",
          "\\",
          "(",
          ")",
          "{",
          "}",
          "if",
          "then",
          "fi",
          "for",
          "in",
          "do",
          "done",
          "$(",
          "`",
          ">",
          "<",
          "x=1",
          "*",
          "\u00e9",
          "\u00a0",
          "pyhton3",
          "python3\u00a0",
          "\"python3 train.py\"",
          "\uD83D\uDE00",
          "train.py",
          "python",
          "-",
          "--",
          "'",
          "\"",
          "#",
          "&",
          "\n",
          "env",
          "timeout",
          "60");

  private final Linter linter = new Linter(LintConfig.DEFAULT);

  @TempDir Path folder;
  private ModelDefinition model;

  @BeforeEach
  void zip() throws IOException {
    Path zip = folder.resolve("m.zip");
    List<String> entries = List.of("train.py", "run.sh-x", "src/train.py", "pkg/mod.py", "c.yml");
    CommandZip.write(zip, entries);
    model = ModelDefinition.open(zip, ModelLimits.DEFAULT);
  }

  private LintResult lint(String text) {
    return linter.lint(
        new LintRequest(SourceText.of("job.yaml", text), Optional.of(model), "x.py"::equals));
  }

  @Test
  void randomCommandsNeverFailAndTheirFixesKeepTheManifestReadable() {
    Random random = new Random(SEED);
    for (int i = 0; i < 600; i++) {
      List<String> lines = new ArrayList<>();
      for (int line = random.nextInt(3); line >= 0; line--) {
        List<String> words = new ArrayList<>();
        for (int word = 1 + random.nextInt(8); word > 0; word--) {
          words.add(PIECES.get(random.nextInt(PIECES.size())).replace("\n", ";"));
        }
        lines.add(String.join(" ", words));
      }
      CommandStyle style = STYLES.get(random.nextInt(STYLES.size()));
      if (style.suits(lines)) {
        check(style.manifest("tensorflow 1.2-py3", lines));
      }
    }
  }

  private void check(String text) {
    LintResult result = lint(text);
    assertEquals(List.of(), result.crashes(), text);
    if (!result.document().problems().isEmpty()) {
      return;
    }
    for (Diagnostic diagnostic : result.diagnostics()) {
      diagnostic
          .span()
          .ifPresent(span -> assertTrue(new Span(0, text.length()).contains(span), text));
      for (Fix fix : diagnostic.fixes()) {
        LintResult fixed = lint(FixApplier.apply(text, List.of(fix)));
        assertEquals(List.of(), fixed.document().problems(), () -> text + fix);
        assertEquals(List.of(), fixed.crashes(), text);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python3 trian.py; ",
        "cd scr && python3 train.py; ",
        "./run.sh; ",
        "python3 -m pkg.mdo; ",
        "a$X=1; train.py; ",
        "python3 train.py --config c.yaml; ",
        "python3 train.py --data /data/x; ",
        "mkdir /data/x; ",
        "echo $DATADIR; ",
        "python2 train.py ",
        "pyhton2 train.py; ",
        "pyhton2 pyhton2; ",
        "a\u00a0b; ",
        "\"a b\"; ",
      })
  void longCommandsTakeLinearTime(String piece) {
    String command = piece.repeat(100_000 / piece.length()) + "true";
    String text = CommandStyle.FOLDED.manifest("tensorflow 1.2-py3", List.of(command));
    LintResult result = assertTimeout(Duration.ofSeconds(20), () -> lint(text));
    assertEquals(List.of(), result.crashes());
  }

  @Test
  void aFolderIsAsGoodAsItsZip() throws IOException {
    Path root = Files.createDirectories(folder.resolve("model/src"));
    Files.writeString(root.resolve("train.py"), "print(1)");
    Path script = Files.writeString(folder.resolve("model/run.sh"), "#!/bin/sh");
    ModelDefinition files = ModelDefinition.open(folder.resolve("model"), ModelLimits.DEFAULT);
    String text =
        CommandStyle.PLAIN.manifest(
            "tensorflow 1.2-py3", List.of("python3 src/trian.py && ./run.sh"));
    List<String> messages = new ArrayList<>();
    LintRequest request = LintRequest.of(SourceText.of("job.yaml", text), Optional.of(files));
    linter.lint(request).diagnostics().stream()
        .filter(diagnostic -> diagnostic.span().isPresent())
        .filter(diagnostic -> diagnostic.path().orElse("").endsWith("command"))
        .forEach(diagnostic -> messages.add(diagnostic.fullMessage()));
    assertTrue(
        messages.contains(
            "'src/trian.py' is not in the model definition; did you mean 'src/train.py'?"),
        messages::toString);
    boolean recorded = files.file("run.sh").orElseThrow().executable() != Executable.NOT_RECORDED;
    assertEquals(recorded ? 2 : 1, messages.size(), messages::toString);
    assertEquals(
        recorded && !Files.isExecutable(script),
        messages.contains(
            "'run.sh' is not executable in the folder: the run stops with 'Permission denied' (exit 126); start it as 'bash"
                + " run.sh'"));
  }

  @Test
  void anEmptyModelDefinitionIsItsOwnMistake() throws IOException {
    Path zip = folder.resolve("empty.zip");
    CommandZip.write(zip, List.of());
    ModelDefinition empty = ModelDefinition.open(zip, ModelLimits.DEFAULT);
    String text = CommandStyle.PLAIN.manifest("tensorflow 1.2-py3", List.of("python3 train.py"));
    LintResult result =
        linter.lint(LintRequest.of(SourceText.of("job.yaml", text), Optional.of(empty)));
    assertTrue(
        result.diagnostics().stream()
            .noneMatch(diagnostic -> diagnostic.rule().value().startsWith("command")));
  }

  @Test
  void aMissingProgramIsAnErrorAndTheRestAreWarnings() {
    assertTrue(
        new CommandRules()
            .infos().stream()
                .allMatch(
                    info ->
                        (info.severity() == Severity.ERROR)
                            == List.of("command-syntax", "command-file-missing")
                                .contains(info.id().value())));
  }
}
