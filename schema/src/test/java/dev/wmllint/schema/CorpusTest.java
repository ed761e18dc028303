package dev.wmllint.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The manifests under {@code testdata}, through networknt; {@link AjvTest} has the same for ajv.
 */
class CorpusTest {
  private final ManifestSchema schema = ManifestSchema.builtIn();

  static List<Path> valid() throws IOException {
    return Fixtures.valid();
  }

  static List<Path> invalid() throws IOException {
    return Fixtures.invalid();
  }

  @ParameterizedTest
  @MethodSource
  void valid(Path manifest) throws IOException {
    assertEquals(List.of(), schema.validate(Fixtures.read(manifest)));
  }

  /** One mistake is one line of the sidecar, so that this counts the problems too. */
  @ParameterizedTest
  @MethodSource
  void invalid(Path manifest) throws IOException {
    List<SchemaProblem> problems = schema.validate(Fixtures.read(manifest));

    assertEquals(
        Fixtures.expected(manifest).stream().sorted().toList(),
        problems.stream().map(CorpusTest::line).sorted().toList());
  }

  @Test
  void mostInvalidManifestsHaveOneMistakeAndOneProblem() throws IOException {
    int single = 0;
    for (Path manifest : Fixtures.invalid()) {
      single += Fixtures.expected(manifest).size() == 1 ? 1 : 0;
    }

    assertTrue(single >= 120, "only " + single);
  }

  private static String line(SchemaProblem problem) {
    String path = problem.path().isRoot() ? "." : problem.path().toString();
    String line = String.join(" ", path, problem.keyword(), problem.rule());
    return problem.property().map(key -> line + " " + key).orElse(line);
  }
}
