package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Golden;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.text.SourceText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  private static final Path FILE = Path.of(".wml-lint.yaml");
  private static final Map<String, List<String>> TABLE = ManifestSchema.builtIn().frameworks();

  @TempDir Path folder;

  /** What is right is shown as the settings in force. */
  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> rightOnes() {
    return Fixtures.tests(
        "ok",
        file -> {
          ConfigResult result = ConfigReader.read(file);
          assertEquals(List.of(), result.problems());
          return Fixtures.withoutFolder(ConfigPrinter.print(result.config(), TABLE), file);
        });
  }

  /** What is wrong is said, all of it, with its place. */
  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> wrongOnes() {
    return Fixtures.tests(
        "err",
        file -> {
          ConfigResult result = ConfigReader.read(file);
          assertFalse(result.isSound());
          return result.problems().stream()
              .map(problem -> Fixtures.withoutFolder(problem.line(), file) + "\n")
              .collect(Collectors.joining());
        });
  }

  /** What is shown, saved in the same place, means the same. */
  @TestFactory
  Stream<DynamicTest> shownOnesReadBack() {
    return Fixtures.in("ok").stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    Fixtures.name(file),
                    () -> {
                      Config config = ConfigReader.read(file).config();
                      ConfigResult again = read(ConfigPrinter.print(config, TABLE));
                      assertEquals(List.of(), again.problems());
                      assertEquals(values(config), values(again.config()));
                    }));
  }

  private static List<Object> values(Config config) {
    return List.of(
        config.ruleSettings(),
        config.models().stream().map(Setting::value).toList(),
        config.frameworks().map(Frameworks::table).orElse(TABLE),
        config.exclude().stream().map(Setting::value).toList(),
        config.limits().yaml(),
        config.limits().model());
  }

  private static ConfigResult read(String text) {
    return ConfigReader.read(FILE, SourceText.of(".wml-lint.yaml", text));
  }

  @Test
  void oddTextIsQuotedWhereItIsShown() {
    String text =
        """
        models:
          "a: b\\n{c,d}": "# ü\\t'x'"
          "off": "null"
        exclude: ["- x", "@y", "1.0"]
        frameworks: {"a b": ["x, y", "~", "1e3"]}
        """;
    Config config = read(text).config();
    Config again = read(ConfigPrinter.print(config, TABLE)).config();
    assertEquals(values(config), values(again));
  }

  @Test
  void aPathWithALineEndStaysInItsComment() {
    Config config =
        Config.DEFAULT.withFrameworks(
            Frameworks.of(Map.of("a", List.of("1")), new Origin.InFile(Path.of("x\nrules: 5"), 3)));
    ConfigResult again = read(ConfigPrinter.print(config, TABLE));
    assertEquals(List.of(), again.problems());
  }

  @Test
  void utf16WithAMarkIsReadAndWithoutOneRefused() throws Exception {
    Path file = folder.resolve("c.yaml");
    Files.write(file, "\uFEFFexclude: [old]".getBytes(StandardCharsets.UTF_16LE));
    assertEquals(1, ConfigReader.read(file).config().exclude().size());
    Files.write(file, "exclude: [old]".getBytes(StandardCharsets.UTF_16LE));
    assertEquals(
        "not UTF-8; it looks like UTF-16LE; save the file as UTF-8",
        ConfigReader.read(file).problems().get(0).message());
  }

  @Test
  void whatIsNoFileOrTooLargeIsAProblem() throws Exception {
    assertEquals(
        folder.resolve("none.yaml") + ": error: no such file",
        ConfigReader.read(folder.resolve("none.yaml")).problems().get(0).line());
    assertEquals(
        folder + ": error: is a folder; a configuration is a file",
        ConfigReader.read(folder).problems().get(0).line());
    Path large = Files.writeString(folder.resolve("large.yaml"), "# ".repeat(1 << 20));
    assertEquals(
        large + ":1:1: error: longer than 1048576 characters",
        ConfigReader.read(large).problems().get(0).line());
  }

  @Test
  void problemsAreNotWithoutEnd() {
    assertEquals(100, read("x: 1\n".repeat(10_000)).problems().size());
  }

  /** Whatever is made of right and wrong ones: no exception, and places inside the text. */
  @Test
  void nothingThatIsWrittenThrows() throws Exception {
    Random random = new Random(7);
    String pieces = " \n\t:#-[]{}'\"&*!|>?,@%abcofÄ😀\u0000\\~0";
    int broken = 0;
    for (Path file :
        Stream.concat(Fixtures.in("ok").stream(), Fixtures.in("err").stream()).toList()) {
      String text = SourceText.decode("x", Files.readAllBytes(file)).text();
      for (int i = 0; i < 60; i++) {
        StringBuilder mutant = new StringBuilder(text);
        for (int j = random.nextInt(4); j >= 0; j--) {
          int from = random.nextInt(mutant.length() + 1);
          int to = Math.min(mutant.length(), from + random.nextInt(6));
          int piece = random.nextInt(pieces.length());
          mutant.replace(from, to, pieces.substring(piece, Math.min(pieces.length(), piece + 2)));
        }
        ConfigResult result = read(mutant.toString());
        for (ConfigProblem problem : result.problems()) {
          broken++;
          int end = problem.place().orElseThrow().span().end();
          assertTrue(end <= mutant.length() + 1, () -> problem.line());
        }
        ConfigPrinter.print(result.config(), TABLE);
      }
    }
    assertTrue(broken > 100, "the mutants have to be wrong in many ways");
  }
}
