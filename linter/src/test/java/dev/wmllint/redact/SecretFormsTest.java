package dev.wmllint.redact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Fixture;
import dev.wmllint.Manifests;
import dev.wmllint.cli.Cli;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No part of a secret that looks like one is shown, in whatever form it is written. Tests take some
 * of the forms; {@code -Dwmllint.forms=1} takes each one, in each format, for an hour.
 */
final class SecretFormsTest {
  private static final String SECRET = "Zk7qWx93LmPv42Ry";

  /** More of it tells it. */
  private static final int MAX_SHOWN = 6;

  /** Of how many forms one is taken, where that is not set here. */
  private static final int EACH = Integer.getInteger("wmllint.forms", 0);

  private final List<SecretForms.Form> forms = SecretForms.of(SECRET);

  @TempDir private Path folder;

  /** Any line may be shown beside a finding, or in a diff. */
  @Test
  void inNoLine() {
    List<String> shown = new ArrayList<>();
    for (SecretForms.Form form : some(13)) {
      SourceText source = SourceText.of("job.yaml", form.text());
      Redactor redactor = Redactor.of(ManifestDocument.parse(source, YamlLimits.DEFAULT));
      Span all = new Span(0, form.text().length());
      if (tells(redactor.mask(all, Span.at(0)).text())) {
        shown.add(form.name());
      }
    }
    assertEquals(List.of(), shown);
  }

  /** What the server sends: messages, and titles of all fixes. */
  @Test
  void inNoFinding() {
    Linter linter = new Linter(LintConfig.DEFAULT);
    List<String> shown = new ArrayList<>();
    for (SecretForms.Form form : some(29)) {
      SourceText source = SourceText.of("job.yaml", form.text());
      LintResult result = linter.lint(LintRequest.of(source));
      Redactor.of(result.document())
          .redactWords(result.diagnostics())
          .forEach(
              finding -> {
                String words =
                    finding.fullMessage()
                        + finding.path()
                        + finding.related()
                        + finding.fixes().stream().map(fix -> fix.title().text()).toList();
                if (tells(words)) {
                  shown.add(form.name() + ": " + words);
                }
              });
    }
    assertEquals(List.of(), shown);
  }

  @Test
  void inNoReport() {
    List<String> shown = new ArrayList<>();
    for (List<String> options :
        List.of(
            List.of("--format", "text", "--color", "always"),
            List.of("--format", "json"),
            List.of("--format", "sarif"),
            List.of("--format", "gitlab"),
            List.of("--format", "junit"),
            List.of("--diff", "--unsafe-fixes"),
            List.of("--fix", "--unsafe-fixes"))) {
      Cli cli = new Cli(folder);
      List<SecretForms.Form> some = some(331);
      assertTrue(some.size() > 100);
      for (SecretForms.Form form : some) {
        cli.write("job.yaml", form.text());
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--no-config", folder.resolve("job.yaml").toString()));
        Cli.Outcome outcome = cli.run(arguments.toArray(String[]::new));
        if (tells(outcome.out() + outcome.err())) {
          shown.add(options + " " + form.name() + "\n" + outcome.out() + outcome.err());
        }
      }
    }
    assertEquals(List.of(), shown);
  }

  /** What is written in real commands, and is no secret. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "python3 resnet50-19c8e357.py --weights vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5",
        "python3 train.py --tokenizer bert-base-uncased --max_tokens 512 --token_length=128",
        "python3 train.py --model ViT-B_16_lr3e-4_bs512 --out uncased_L-12_H-768_A-12",
        "python3 train.py --sort-key name --author mailto:bob@example.com",
        "python3 train.py --passes 3 --keyword cat --pin_memory --num_key_value_heads 8",
        "python3 -u train.py --at 2018-06-01T10-22-33Z --run 31fa970d-51d0-4b05-893e-251cba75a7b3",
        "pip install https://files.example.org:443/torch-0.4.0-cp36-cp36m-linux_x86_64.whl",
        "docker run --user 1000:1000 image@sha256:"
            + "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "git clone git@github.com:org/EfficientNetB7.git; git checkout 9f86d08",
        "tar xzf ssd_mobilenet_v1_coco_2017_11_17.tar.gz -C ${DATA_DIR}/Conv2DTransposeV2",
        "mkdir -p ${RESULT_DIR}/checkpoints; cp -p model.pkl ${RESULT_DIR}",
        "python3 secret_santa.py data/x1.txt # the password is in the vault",
      })
  void whatIsNoSecretIsShown(String command) {
    String text =
        Manifests.S3
            .replace("aws_access_key_id: digits", "aws_access_key_id: a")
            .replace("secret_access_key: secret", "secret_access_key: b")
            .replaceFirst("command: .*", "command: |\n      ")
            .replace("command: |\n      ", "command: |\n      " + command);
    SourceText source = SourceText.of("job.yaml", text);
    ManifestDocument document = ManifestDocument.parse(source, YamlLimits.DEFAULT);
    Span line = new Span(text.indexOf(command), text.indexOf(command) + command.length());
    assertEquals(command, Redactor.of(document).mask(line, line).text());
  }

  /** In manifests without a finding only values of credentials are masked. */
  @Test
  void inFixturesOnlyCredentialsAreMasked() {
    List<String> masked = new ArrayList<>();
    for (Path file : Fixture.files("ok", ".yaml")) {
      ManifestDocument document = ManifestDocument.parse(Fixture.read(file), YamlLimits.DEFAULT);
      String text = document.text();
      Secrets inTree = new Secrets(text);
      document
          .root()
          .ifPresent(
              root -> SecretsInTree.collect(root, inTree, new SecretTails(document, inTree)));
      Secrets inText = new Secrets(text);
      new SecretPairs(document, inText).find();
      SecretShape.find(text, inText::add);
      inText.spans().stream()
          .filter(span -> inTree.spans().stream().noneMatch(tree -> tree.contains(span)))
          .forEach(span -> masked.add(file.getFileName() + ": " + span.of(text)));
    }
    assertEquals(List.of(), masked);
  }

  private List<SecretForms.Form> some(int each) {
    assertTrue(forms.size() > 10_000);
    List<SecretForms.Form> some = new ArrayList<>();
    for (int i = 0; i < forms.size(); i += EACH > 0 ? EACH : each) {
      some.add(forms.get(i));
    }
    return some;
  }

  private static boolean tells(String output) {
    for (int i = 0; i + MAX_SHOWN < SECRET.length(); i++) {
      if (output.contains(SECRET.substring(i, i + MAX_SHOWN + 1))) {
        return true;
      }
    }
    return false;
  }
}
