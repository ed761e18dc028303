package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.RefusedText;
import dev.wmllint.yaml.YamlLimits;
import dev.wmllint.yaml.syntax.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What PyYAML and libyaml both refuse is an error here, and what both take is none. Texts are the
 * manifests of the tests with a slip in them. On demand: {@code WML_LINT_PYTHON} names a Python
 * that has PyYAML with libyaml.
 */
@EnabledIfEnvironmentVariable(named = "WML_LINT_PYTHON", matches = ".+")
final class YamlReadersTest {
  private static final int TEXTS = 2000;

  private static final List<String> INSERTED =
      List.of(
          "\t", " ", "  ", "\n", "\n\n", ":", ": ", "- ", "-\t", "#", " #", "\"", "'", "{", "}",
          "[", "]", ",", "&a ", "*a ", "|\n", ">\n", "? ", "?", "%", "@", "`", "\\", "...\n",
          "<<: ", "\u00A0", "&\"m\" ", "{a: ?b}", "\r\n");

  private static final String SCRIPT =
      """
      import sys, yaml
      for name in sys.argv[1:]:
          text = open(name, encoding='utf8', newline='').read()
          verdict = ''
          for loader in (yaml.SafeLoader, yaml.CSafeLoader):
              try:
                  verdict += '+' if len(list(yaml.compose_all(text, loader))) < 2 else 'm'
              except yaml.YAMLError:
                  verdict += '-'
          print(verdict)
      """;

  @TempDir Path folder;

  @Test
  void bothReadersAgreeWithUs() throws Exception {
    List<String> texts = texts();
    List<String> command = new ArrayList<>(List.of(System.getenv("WML_LINT_PYTHON"), "-c", SCRIPT));
    for (int i = 0; i < texts.size(); i++) {
      Path file = folder.resolve(i + ".yaml");
      Files.writeString(file, texts.get(i));
      command.add(file.toString());
    }
    Process python = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> verdicts =
        new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, python.waitFor(), verdicts::toString);
    List<String> disagreements = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      boolean refused = isRefused(texts.get(i));
      String verdict = verdicts.get(i);
      if ((verdict.equals("++") && refused) || (verdict.equals("--") && !refused)) {
        disagreements.add(verdict + "\n" + texts.get(i));
      }
    }
    assertEquals(List.of(), disagreements);
  }

  private static boolean isRefused(String text) {
    ManifestDocument document =
        ManifestDocument.parse(SourceText.of("x", text), YamlLimits.DEFAULT);
    boolean several =
        document.problems().stream().anyMatch(p -> p.kind() == Problem.Kind.DOCUMENTS);
    return document.isBroken() || several || !RefusedText.in(document).isEmpty();
  }

  private static List<String> texts() throws IOException {
    List<String> sound = new ArrayList<>(List.of(Manifests.S3, Manifests.SWIFT));
    for (Path file : Fixture.files("layout", ".yaml")) {
      sound.add(Files.readString(file));
    }
    for (Path file : Fixture.files("pages", ".yaml")) {
      sound.add(Files.readString(file));
    }
    Random random = new Random(7);
    List<String> texts = new ArrayList<>();
    while (texts.size() < TEXTS) {
      String text = sound.get(random.nextInt(sound.size()));
      int at = random.nextInt(text.length());
      String inserted = INSERTED.get(random.nextInt(INSERTED.size()));
      int removed =
          random.nextInt(4) == 0 ? Math.min(text.length(), at + 1 + random.nextInt(3)) : at;
      texts.add(text.substring(0, at) + (removed == at ? inserted : "") + text.substring(removed));
    }
    return texts;
  }
}
