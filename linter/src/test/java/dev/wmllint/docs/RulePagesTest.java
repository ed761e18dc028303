package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.ChosenRule;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.page.RulePage;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.SourceText;
import java.io.IOException;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The pages of the rules, against the catalogue and against the linter. */
@Tag(ChosenRule.TAG)
final class RulePagesTest {
  private final Linter linter = new Linter(LintConfig.DEFAULT);

  @TempDir Path folder;

  @Test
  void everyRuleHasAPageAndEveryPageARule() {
    Set<String> rules = new TreeSet<>();
    RuleRegistry.catalogue().forEach(rule -> rules.add(rule.id().value()));
    Set<String> pages = new TreeSet<>();
    RulePages.all().forEach(page -> pages.add(page.id().value()));
    assertTrue(pages.containsAll(rules), () -> "without a page: " + without(rules, pages));
    assertEquals(rules, pages, () -> "pages without a rule: " + without(pages, rules));
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
                    page.id().value(),
                    () -> {
                      String head = RulePages.head(rule(page));
                      String begin =
                          page.markdown()
                              .substring(0, Math.min(head.length(), page.markdown().length()));
                      assertEquals(head, begin);
                      Map<String, String> sections = Markdown.sections(page.markdown());
                      List<String> headings = new ArrayList<>(sections.keySet());
                      assertEquals(RulePages.HEADINGS, headings.subList(1, headings.size()));
                      sections.forEach(
                          (heading, body) ->
                              assertFalse(body.isBlank(), heading + " says nothing"));
                    }));
  }

  /** Tables are no CommonMark, so that {@code explain} would show them as running text. */
  @TestFactory
  Stream<DynamicTest> aPageIsPlainCommonMark() {
    return pages()
        .map(
            page ->
                dynamicTest(
                    page.id().value(),
                    () -> {
                      String prose = page.markdown().replaceAll("(?ms)^```.*?^```$|`[^`]*`", "");
                      assertFalse(prose.lines().anyMatch(line -> line.startsWith("|")));
                      assertFalse(prose.contains("<"), "HTML is shown as it is written");
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
              List<Markdown.Fence> examples = RulePages.examples(page, section);
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
    return RulePages.all().stream().filter(page -> ChosenRule.includes(page.id().value()));
  }

  private static RuleInfo rule(RulePage page) {
    return RuleRegistry.find(page.id()).orElseThrow();
  }

  private List<Diagnostic> lint(Markdown.Fence fence) throws IOException {
    PageExample example = PageExample.write(fence, folder);
    LintResult result =
        linter.lint(
            LintRequest.of(
                SourceText.decode("job.yaml", Files.readAllBytes(example.manifest())),
                Optional.of(ModelDefinition.open(example.model(), ModelLimits.DEFAULT))));
    assertEquals(List.of(), result.crashes());
    return result.diagnostics();
  }

  private static boolean isOf(RulePage page, Diagnostic diagnostic) {
    return diagnostic.rule().equals(page.id());
  }

  private static boolean isLoud(Diagnostic diagnostic) {
    return diagnostic.severity() != Severity.INFO;
  }
}
