package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.LintConfig;
import dev.wmllint.LintRequest;
import dev.wmllint.LintResult;
import dev.wmllint.Linter;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the rules, against the catalogue and against the linter. */
final class RulePagesTest {
  private static final Path MANIFESTS = Path.of("src/test/resources/testdata/pages");

  private final Linter linter = new Linter(LintConfig.DEFAULT);

  @TempDir Path folder;

  @Test
  void everyRuleHasAPageAndEveryPageARule() {
    Set<String> rules = new TreeSet<>();
    RuleRegistry.catalogue().forEach(rule -> rules.add(rule.id().value()));
    Set<String> pages = new TreeSet<>();
    RulePage.all().forEach(page -> pages.add(page.id()));
    assertTrue(pages.containsAll(rules), () -> "without a page: " + without(rules, pages));
    assertEquals(rules, pages);
  }

  private static Set<String> without(Set<String> all, Set<String> some) {
    Set<String> rest = new TreeSet<>(all);
    rest.removeAll(some);
    return rest;
  }

  @TestFactory
  Stream<DynamicTest> aPageSaysWhatTheCatalogueSays() {
    return pages()
        .map(
            page ->
                dynamicTest(
                    page.id(),
                    () -> {
                      String head = RulePage.head(rule(page));
                      String begin =
                          page.text().substring(0, Math.min(head.length(), page.text().length()));
                      assertEquals(head, begin);
                      List<String> headings = new ArrayList<>(page.sections().keySet());
                      assertEquals(RulePage.HEADINGS, headings.subList(1, headings.size()));
                      page.sections()
                          .forEach(
                              (heading, body) ->
                                  assertFalse(body.isBlank(), heading + " says nothing"));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> wrongExamplesAreFound() {
    return examples(
        "Wrong",
        (page, diagnostics) -> {
          assertTrue(
              diagnostics.stream().anyMatch(found -> isOf(page, found)),
              () -> "not found; instead: " + diagnostics);
          List<Diagnostic> others =
              diagnostics.stream().filter(found -> isLoud(found) && !isOf(page, found)).toList();
          assertEquals(List.of(), others);
        });
  }

  @TestFactory
  Stream<DynamicTest> rightExamplesAreSilent() {
    return examples(
        "Right",
        (page, diagnostics) ->
            assertEquals(
                List.of(),
                diagnostics.stream().filter(found -> isLoud(found) || isOf(page, found)).toList()));
  }

  private interface Verdict {
    void on(RulePage page, List<Diagnostic> diagnostics);
  }

  private Stream<DynamicTest> examples(String section, Verdict verdict) {
    return pages()
        .flatMap(
            page -> {
              List<Markdown.Fence> examples = page.examples(section);
              assertFalse(examples.isEmpty(), () -> page.id() + " shows nothing " + section);
              return examples.stream()
                  .map(
                      example ->
                          dynamicTest(
                              page.id() + " " + example.text().lines().findFirst().orElse(""),
                              () -> {
                                rule(page);
                                verdict.on(page, lint(example));
                              }));
            });
  }

  private static Stream<RulePage> pages() {
    return RulePage.all().stream();
  }

  /** The page's rule; skips the test while the catalogue has none. */
  private static RuleInfo rule(RulePage page) {
    return RuleRegistry.find(new RuleId(page.id())).orElseThrow();
  }

  private List<Diagnostic> lint(Markdown.Fence example) throws IOException {
    Map<String, String> with = example.attributes();
    String base = with.containsKey("swift") ? "swift.yaml" : "s3.yaml";
    String whole = Files.readString(MANIFESTS.resolve(base));
    String text =
        example.language().equals("yaml") ? ManifestSketch.expand(example.text(), whole) : whole;
    byte[] bytes = text.getBytes(Charset.forName(with.getOrDefault("bytes", "UTF-8")));
    String entries = with.getOrDefault("zip", "train.py");
    Path zip = ExampleModel.build(folder, entries, with.getOrDefault("spoilt", ""));
    LintResult result =
        linter.lint(
            LintRequest.of(
                SourceText.decode("job.yaml", bytes),
                Optional.of(ModelDefinition.open(zip, ModelLimits.DEFAULT))));
    assertEquals(List.of(), result.crashes());
    return result.diagnostics();
  }

  private static boolean isOf(RulePage page, Diagnostic diagnostic) {
    return diagnostic.rule().value().equals(page.id());
  }

  private static boolean isLoud(Diagnostic diagnostic) {
    return diagnostic.severity() != Severity.INFO;
  }
}
