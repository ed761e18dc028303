package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The catalogue against what was promised: ids, severities and kinds of fixes are stable, because
 * suppressions, configurations and scripts name them.
 */
final class CatalogueTest {
  /** Each rule's id, severity and best fix. */
  private static final String PROMISED =
      """
      yaml-syntax error safe
      duplicate-key error unsafe
      multiple-documents error none
      empty-manifest error none
      resource-limit error none
      invalid-encoding error none
      ambiguous-scalar warning safe
      not-a-training-manifest error none
      missing-key error unsafe
      unknown-key warning safe
      wrong-type error safe
      empty-value error none
      legacy-key warning safe
      later-key warning unsafe
      unsupported-framework error unsafe
      unsupported-framework-version error unsafe
      unquoted-version error safe
      unsupported-resource error unsafe
      python-version-mismatch warning unsafe
      single-data-source error safe
      unsupported-store-type error unsafe
      missing-connection-key error unsafe
      connection-key-mismatch error unsafe
      credential-key-name error safe
      source-target-swapped error safe
      invalid-bucket-name warning none
      invalid-endpoint warning unsafe
      placeholder-value warning none
      literal-credential info none
      shared-bucket info none
      command-syntax error none
      command-not-found warning unsafe
      command-file-missing error unsafe
      command-argument-file-missing warning unsafe
      framework-program-mismatch warning unsafe
      absolute-data-path warning none
      unknown-variable warning unsafe
      not-executable warning unsafe
      joined-commands warning unsafe
      model-not-found error none
      model-not-a-zip error none
      model-corrupt error none
      model-empty error none
      model-unsafe-entry error none
      model-encrypted error none
      model-duplicate-entry warning none
      model-limits error none
      model-junk info none
      model-no-program warning none
      model-program-is-html warning none
      unused-suppression warning safe
      invalid-suppression warning none
      """;

  /** Rules about the command, which have tests of their own. */
  private static final List<String> OF_THE_COMMAND =
      List.of(
          "python-version-mismatch",
          "command-syntax",
          "command-not-found",
          "command-file-missing",
          "command-argument-file-missing",
          "framework-program-mismatch",
          "absolute-data-path",
          "unknown-variable",
          "not-executable",
          "joined-commands");

  private static final int FIXTURES = 3;

  @Test
  void holdsEveryRuleOnceAsPromised() {
    Map<String, String> registered = new TreeMap<>();
    List<String> twice = new ArrayList<>();
    for (RuleInfo info : RuleRegistry.catalogue()) {
      String id = info.id().value();
      String line = id + " " + info.severity().label() + " " + label(info.fix());
      if (registered.put(id, line) != null) {
        twice.add(id);
      }
    }
    Map<String, String> promised =
        PROMISED
            .lines()
            .collect(
                Collectors.toMap(
                    line -> line.substring(0, line.indexOf(' ')),
                    Function.identity(),
                    (a, b) -> a,
                    TreeMap::new));
    assertEquals(List.of(), twice);
    assertEquals(String.join("\n", promised.values()), String.join("\n", registered.values()));
  }

  @Test
  void describesEveryRule() {
    for (RuleInfo info : RuleRegistry.catalogue()) {
      String summary = info.summary();
      assertTrue(!summary.isBlank() && !summary.endsWith("."), () -> info.id() + ": " + summary);
    }
  }

  @Test
  void everyRuleOfTheManifestHasFixtures() {
    Map<String, Integer> fixtures = new TreeMap<>();
    Mistake.read(Fixture.TESTDATA.resolve("mistakes"))
        .forEach(mistake -> fixtures.merge(mistake.rule(), 1, Integer::sum));
    Fixture.files("err", ".yaml")
        .forEach(
            file -> fixtures.merge(file.getParent().getFileName().toString(), 1, Integer::sum));
    for (RuleInfo info : RuleRegistry.catalogue()) {
      String id = info.id().value();
      if (!info.needsModel() && !OF_THE_COMMAND.contains(id)) {
        int count = fixtures.getOrDefault(id, 0);
        assertTrue(count >= FIXTURES, () -> id + " has " + count + " fixtures");
      }
    }
  }

  private static String label(FixKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }
}
