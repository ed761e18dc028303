package dev.wmllint.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Golden;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.syntax.Problem;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * What is read from each file of {@code testdata/yaml}. Those under {@code odd} look like mistakes,
 * and are YAML; those under {@code broken} are not, and are one problem each.
 */
class ManifestDocumentTest {
  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> readsWhatTheFixtureSays() {
    return Fixtures.tests("yaml", source -> TreeDump.of(parse(source)));
  }

  @TestFactory
  Stream<DynamicTest> brokenTextIsOneProblem() {
    return Fixtures.read("yaml/broken").stream()
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.name(),
                    () -> {
                      List<Problem> problems = parse(source).problems();
                      assertEquals(1, problems.size(), problems::toString);
                      assertTrue(problems.get(0).isSyntax(), problems::toString);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> windowsLineEndsChangeNothing() {
    return variants(text -> text.replace("\n", "\r\n"));
  }

  @TestFactory
  Stream<DynamicTest> aByteOrderMarkChangesNothing() {
    return variants(text -> '\uFEFF' + text);
  }

  @TestFactory
  Stream<DynamicTest> anEmojiBeforeItChangesNothing() {
    return variants(text -> "# \uD83D\uDE00\n" + text);
  }

  private static Stream<DynamicTest> variants(UnaryOperator<String> change) {
    return Fixtures.read("yaml").stream()
        .filter(source -> source.text().indexOf('\r') < 0)
        .map(
            source ->
                DynamicTest.dynamicTest(
                    source.name(),
                    () ->
                        assertEquals(
                            TreeDump.withoutPlaces(parse(source)),
                            TreeDump.withoutPlaces(
                                    parse(
                                        SourceText.of(source.name(), change.apply(source.text()))))
                                .replace("comment '# \uD83D\uDE00'\n", "")
                                .replace("\\r\\n", "\\n"))));
  }

  private static ManifestDocument parse(SourceText source) {
    return ManifestDocument.parse(source, YamlLimits.DEFAULT);
  }
}
