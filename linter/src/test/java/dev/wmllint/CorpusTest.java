package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Safety;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.SequenceNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/**
 * Real manifests of all revisions, where the environment names a folder with them. Its {@code
 * index.tsv} has in each row a file and, behind a tab, its revision, which ends with {@code
 * 2017-11}, {@code 2017-10} or {@code 2018}; any other word stands for a document that only looks
 * like a manifest.
 */
@EnabledIfEnvironmentVariable(named = CorpusTest.FOLDER, matches = ".+")
@Tag(ChosenRule.TAG)
final class CorpusTest {
  static final String FOLDER = "WML_LINT_CORPUS";

  /** What may be said about a manifest of the revision that the linter checks for. */
  private static final Set<String> PRESENT_RULES = Set.of("placeholder-value", "legacy-key");

  private static final Set<String> EARLY_RULES =
      Set.of(
          "placeholder-value", "legacy-key", "wrong-type", "unsupported-store-type", "missing-key");

  private static final Set<String> LATER_RULES =
      Set.of(
          "later-key",
          "placeholder-value",
          "literal-credential",
          "unsupported-framework",
          "unsupported-framework-version",
          "unsupported-resource",
          "invalid-endpoint");

  private final Linter linter = new Linter(LintConfig.DEFAULT);

  @TestFactory
  Stream<DynamicTest> manifests() throws IOException {
    Path folder = Path.of(System.getenv(FOLDER));
    Map<String, String> revisions = new TreeMap<>();
    for (String row : Files.readAllLines(folder.resolve("index.tsv"))) {
      List<String> cells = row.lines().flatMap(line -> Stream.of(line.split("\t", -1))).toList();
      if (cells.size() > 1 && !cells.get(0).equals("file")) {
        revisions.put(cells.get(0), cells.get(1));
      }
    }
    assertFalse(revisions.isEmpty());
    return revisions.entrySet().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.getKey(), () -> check(folder.resolve(row.getKey()), row.getValue())));
  }

  private void check(Path file, String revision) throws IOException {
    SourceText source = SourceText.decode(file.toString(), Files.readAllBytes(file));
    LintResult result = linter.lint(LintRequest.of(source));
    assertEquals(List.of(), result.crashes());
    switch (revision.replaceFirst(".*-(?=20\\d\\d)", "")) {
      case "2017-11" -> {
        assertRules(PRESENT_RULES, result);
        keepsAll(linter.fix(LintRequest.of(source), Safety.UNSAFE));
        assertTrue(result.diagnostics().stream().noneMatch(d -> d.severity() == Severity.ERROR));
      }
      case "2017-10" -> {
        assertRules(EARLY_RULES, result);
        keepsAll(linter.fix(LintRequest.of(source), Safety.UNSAFE));
      }
      case "2018" -> {
        assertRules(LATER_RULES, result);
        converts(source);
      }
      default -> {
        assertEquals(1, result.diagnostics().size(), () -> result.diagnostics().toString());
        assertEquals("not-a-training-manifest", result.diagnostics().get(0).rule().value());
      }
    }
  }

  private static void assertRules(Set<String> allowed, LintResult result) {
    assertEquals(DocumentKind.MANIFEST, result.kind());
    Set<String> found =
        result.diagnostics().stream()
            .map(diagnostic -> diagnostic.rule().value())
            .collect(Collectors.toCollection(TreeSet::new));
    found.removeAll(allowed);
    assertEquals(Set.of(), found, () -> result.diagnostics().toString());
  }

  /** All fixes together leave no later key, lose no comment and no value, and can be read. */
  private void converts(SourceText source) {
    FixResult fixed = linter.fix(LintRequest.of(source), Safety.UNSAFE);
    assertTrue(fixed.converged());
    LintResult result = fixed.after();
    assertEquals(List.of(), result.document().problems());
    for (Diagnostic diagnostic : result.diagnostics()) {
      assertFalse(diagnostic.rule().value().equals("later-key"), diagnostic::fullMessage);
    }
    keepsAll(fixed);
  }

  private static void keepsAll(FixResult fixed) {
    String text = fixed.source().text();
    ManifestDocument before = fixed.before().document();
    if (new YamlEdits(before).isJson()) {
      // It has no comments for values without a place.
      assertFalse(text.contains("#"), text);
      return;
    }
    Set<String> values = new TreeSet<>();
    before.root().ifPresent(root -> collect(root, before.text(), values));
    for (String value : values) {
      assertTrue(text.contains(value) || isFixedValue(value), () -> value + " is lost in\n" + text);
    }
    SourceText source = before.source();
    before.comments().forEach(comment -> assertTrue(text.contains(source.slice(comment.span()))));
  }

  private static void collect(Node node, String text, Set<String> values) {
    if (node instanceof MappingNode mapping) {
      for (Entry entry : mapping.entries()) {
        collect(entry.value(), text, values);
      }
    } else if (node instanceof SequenceNode list) {
      list.items().forEach(item -> collect(item.value(), text, values));
    } else {
      values.add(node.span().of(text).replaceAll("^[\"']|[\"']$", ""));
    }
  }

  /**
   * Sizes with a K80 and early types of stores are translated; the addresses of stores are mended
   * by a fix that names them, and an author's name and address become two values.
   */
  private static boolean isFixedValue(String value) {
    return value.matches(
        "k80(x[24])?|softlayer_objectstore|s3_datastore|http:.*|s3\\..*|[^<]+ <[^>]+>");
  }
}
