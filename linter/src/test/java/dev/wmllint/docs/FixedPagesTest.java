package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.ChosenRule;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Safety;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The wrong examples of the rules' pages, fixed against their model definitions. */
@Tag(ChosenRule.TAG)
final class FixedPagesTest {
  private static final Set<String> ON_INSERTED_TEXT = Set.of("placeholder-value", "empty-value");

  private final Linter linter = new Linter(LintConfig.DEFAULT);

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> wrongExamplesGetBetter() {
    return RulePages.all().stream()
        .filter(page -> ChosenRule.includes(page.id().value()))
        .flatMap(
            page ->
                RulePages.examples(page, "Wrong").stream()
                    .flatMap(
                        example ->
                            Stream.of(Safety.values())
                                .map(
                                    safety ->
                                        dynamicTest(
                                            page.id() + " " + safety.label(),
                                            () -> check(request(example), safety)))));
  }

  private void check(LintRequest request, Safety safety) {
    FixResult fixed = linter.fix(request, safety);
    String text = fixed.source().text();
    List<Diagnostic> left =
        fixed.after().diagnostics().stream()
            .filter(d -> safety == Safety.SAFE || !ON_INSERTED_TEXT.contains(d.rule().value()))
            .toList();
    assertTrue(left.size() <= fixed.before().diagnostics().size(), () -> left + "\n" + text);
    assertTrue(fixed.converged(), text);
    assertEquals(
        fixed.after().diagnostics(), linter.lint(request.withSource(fixed.source())).diagnostics());
    assertEquals(List.of(), linter.fix(request.withSource(fixed.source()), safety).applied(), text);
  }

  private LintRequest request(Markdown.Fence example) throws IOException {
    PageExample files = PageExample.write(example, folder);
    return LintRequest.of(
        SourceText.decode("job.yaml", Files.readAllBytes(files.manifest())),
        Optional.of(ModelDefinition.open(files.model(), ModelLimits.DEFAULT)));
  }
}
