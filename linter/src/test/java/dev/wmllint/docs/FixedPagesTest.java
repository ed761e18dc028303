package dev.wmllint.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.FixResult;
import dev.wmllint.LintConfig;
import dev.wmllint.LintRequest;
import dev.wmllint.Linter;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.fix.Safety;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The wrong examples of the rules' pages, fixed against their model definitions. */
final class FixedPagesTest {
  private static final Path MANIFESTS = Path.of("src/test/resources/testdata/pages");
  private static final Set<String> ON_INSERTED_TEXT = Set.of("placeholder-value", "empty-value");

  private final Linter linter = new Linter(LintConfig.DEFAULT);

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> wrongExamplesGetBetter() {
    return RulePage.all().stream()
        .flatMap(
            page ->
                page.examples("Wrong").stream()
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
    Map<String, String> with = example.attributes();
    String base = with.containsKey("swift") ? "swift.yaml" : "s3.yaml";
    String whole = Files.readString(MANIFESTS.resolve(base));
    String text =
        example.language().equals("yaml") ? ManifestSketch.expand(example.text(), whole) : whole;
    byte[] bytes = text.getBytes(Charset.forName(with.getOrDefault("bytes", "UTF-8")));
    Path zip =
        ExampleModel.build(
            folder, with.getOrDefault("zip", "train.py"), with.getOrDefault("spoilt", ""));
    return LintRequest.of(
        SourceText.decode("job.yaml", bytes),
        Optional.of(ModelDefinition.open(zip, ModelLimits.DEFAULT)));
  }
}
