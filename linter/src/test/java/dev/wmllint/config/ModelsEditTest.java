package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.text.Edit;
import dev.wmllint.text.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsEditTest {
  private static final Path FILE = Path.of("work/.wml-lint.yaml").toAbsolutePath();

  private static Optional<String> edited(String text, String manifest, String model) {
    SourceText source = SourceText.of("x", text);
    Optional<Edit> edit =
        ModelsEdit.of(FILE, source, FILE.resolveSibling(manifest), FILE.resolveSibling(model));
    return edit.map(one -> FixApplier.apply(source.text(), List.of(Fix.safe("x", one))));
  }

  /** Line ends are written as {@code |}. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "``; models:|  jobs/a.yaml: m.zip|",
        "# ours|; # ours|models:|  jobs/a.yaml: m.zip|",
        "# ours; # ours|models:|  jobs/a.yaml: m.zip|",
        "rules: {a: b}; ``",
        "rules: # our|  shared-bucket: off # rules|;"
            + " rules: # our|  shared-bucket: off # rules|models:|  jobs/a.yaml: m.zip|",
        "models:|  # old|  old.yaml: o.zip # it|exclude: [x]|;"
            + " models:|  # old|  old.yaml: o.zip # it|  jobs/a.yaml: m.zip|exclude: [x]|",
        "models:|    jobs/*.yaml: o.zip|; models:|    jobs/a.yaml: m.zip|    jobs/*.yaml: o.zip|",
        "models:|  jobs/a.yaml: o.zip # it|; models:|  jobs/a.yaml: m.zip # it|",
        "models:|  \"jobs/a.yaml\": 'o.zip'|; models:|  \"jobs/a.yaml\": 'm.zip'|",
        "models: {jobs/*.yaml: o.zip} # it|;"
            + " models: {jobs/a.yaml: m.zip, jobs/*.yaml: o.zip} # it|",
        "models: {}|; models: {jobs/a.yaml: m.zip}|",
        "models:|rules: {}|; models:|  jobs/a.yaml: m.zip|rules: {}|",
        "models: # it|; models: # it|  jobs/a.yaml: m.zip|",
        "{\"models\": {\"b.yaml\": \"o.zip\"}}|;"
            + " {\"models\": {\"b.yaml\": \"o.zip\", \"jobs/a.yaml\": \"m.zip\"}}|",
        "{\"rules\": {}}|; {\"rules\": {}, \"models\": {\"jobs/a.yaml\": \"m.zip\"}}|",
        "{}|; {models: {jobs/a.yaml: m.zip}}|",
        "models: [|; ``",
      })
  void theChoiceIsWritten(String before, String after) {
    Optional<String> expected =
        after.isEmpty() ? Optional.empty() : Optional.of(after.replace('|', '\n'));
    assertEquals(expected, edited(before.replace('|', '\n'), "jobs/a.yaml", "m.zip"));
  }

  @ParameterizedTest
  @CsvSource({
    "a.yaml, m.zip, /a.yaml: m.zip",
    "../a.yaml, m.zip, ../a.yaml: m.zip",
    "my jobs/a.yaml, b/my model.zip, '\"my jobs/a.yaml\": \"b/my model.zip\"'",
    "jobs/[a].yaml, m.zip, '\"jobs/?a?.yaml\": m.zip'",
    "jobs/a.yaml, 0x1f, 'jobs/a.yaml: \"0x1f\"'",
  })
  void namesAreWrittenAsTheyAreRead(String manifest, String model, String row) {
    assertEquals(Optional.of("models:\n  " + row + "\n"), edited("", manifest, model));
  }

  @Test
  void lineEndsStay() {
    assertEquals(
        Optional.of("rules: {}\r\nmodels:\r\n  /a.yaml: m.zip\r\n"),
        edited("rules: {}\r\n", "a.yaml", "m.zip"));
  }

  /** Whatever configuration it is: the edit means what it should, or there is none. */
  @Test
  void editsOfRandomConfigurationsAreSound() throws Exception {
    Random random = new Random(5);
    int written = 0;
    for (Path file : Fixtures.in("import")) {
      String text = SourceText.decode("x", Files.readAllBytes(file)).text();
      for (int i = 0; i < 40; i++) {
        StringBuilder mutant = new StringBuilder(text);
        int at = random.nextInt(mutant.length() + 1);
        String piece = List.of("\n", " ", "# c\n", "", "&a ", "*a", "? ", "{", "\"").get(i % 9);
        mutant.replace(at, Math.min(mutant.length(), at + random.nextInt(3)), piece);
        Optional<String> result = edited(mutant.toString(), "jobs/a.yaml", "m.zip");
        written += result.isPresent() ? 1 : 0;
        result.ifPresent(
            now ->
                assertEquals(
                    Optional.of(FILE.resolveSibling("m.zip")),
                    ConfigReader.read(FILE, SourceText.of("x", now))
                        .config()
                        .model(FILE.resolveSibling("jobs/a.yaml"))
                        .map(Path::toAbsolutePath)));
      }
    }
    assertTrue(written > 100, "most can be edited: " + written);
  }
}
