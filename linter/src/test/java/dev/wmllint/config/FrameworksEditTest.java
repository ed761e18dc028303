package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Golden;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FrameworksEditTest {
  private static final Path FILE = Path.of(".wml-lint.yaml");

  private final Map<String, List<String>> printed = printed();

  private static Map<String, List<String>> printed() {
    try {
      return FrameworkList.read(Fixtures.ROOT.resolve("import/printed.txt")).orElseThrow().table();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceText load(Path file) {
    try {
      return SourceText.decode(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The list of {@code import/printed.txt}, put into each configuration. */
  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> imports() {
    return Fixtures.tests(
        "import",
        file -> {
          SourceText source = load(file);
          String edited = FrameworksEdit.apply(file, source, printed).orElseThrow();
          SourceText after = source.withText(edited);
          assertEquals(
              Optional.of(edited),
              FrameworksEdit.apply(file, after, printed),
              "a second time changes nothing");
          for (String line : source.text().lines().toList()) {
            int comment = line.indexOf('#');
            assertTrue(
                comment < 0 || edited.contains(line.substring(comment)) || line.contains("goes"),
                () -> "the comment is gone: " + line);
          }
          return new String(after.encode(), StandardCharsets.UTF_8);
        });
  }

  @Test
  void whatCannotBeEditedIsLeftAlone() {
    SourceText alias =
        SourceText.of("x", "rules: &r {}\nlimits: *r\nframeworks: &f\n  ? caffe\n  : 1.0\n# end\n");
    Optional<String> text = FrameworksEdit.apply(FILE, alias, printed);
    text.ifPresent(
        edited ->
            assertEquals(
                printed,
                ConfigReader.read(FILE, alias.withText(edited))
                    .config()
                    .frameworks()
                    .orElseThrow()
                    .table()));
  }

  /** Whatever configuration it is: the edit means what it should, or there is none. */
  @Test
  void editsOfRandomConfigurationsAreSound() throws Exception {
    Random random = new Random(3);
    int edited = 0;
    for (Path file : Fixtures.in("import")) {
      String text = SourceText.decode("x", Files.readAllBytes(file)).text();
      for (int i = 0; i < 60; i++) {
        StringBuilder mutant = new StringBuilder(text);
        int at = random.nextInt(mutant.length() + 1);
        String piece = List.of("\n", " ", "# c\n", "", "&a ", "*a", "? ", "{", "\"").get(i % 9);
        mutant.replace(at, Math.min(mutant.length(), at + random.nextInt(3)), piece);
        SourceText source = SourceText.of("x", mutant.toString());
        if (ConfigReader.read(FILE, source).isSound()) {
          Optional<String> result = FrameworksEdit.apply(FILE, source, printed);
          edited += result.isPresent() ? 1 : 0;
          result.ifPresent(
              now -> assertTrue(ConfigReader.read(FILE, SourceText.of("x", now)).isSound(), now));
        }
      }
    }
    assertTrue(edited > 300, "most can be edited: " + edited);
  }

  @Test
  void changesAreNamed() {
    FrameworkChanges changes =
        FrameworkChanges.between(
            Map.of("caffe", List.of("1.0", "1.1")), Map.of("caffe", List.of("1.1", "1.2")));
    assertEquals(List.of("caffe 1.2"), changes.added());
    assertEquals(List.of("caffe 1.0"), changes.removed());
  }
}
