package dev.wmllint.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.ChosenRule;
import dev.wmllint.Fixture;
import dev.wmllint.Golden;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.text.Position;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Mistakes in the text itself: each file of {@code testdata/err/RULE} gives one finding, of that
 * rule, and those of {@code testdata/err/several} what their {@code .out} file says. {@code mvn
 * -Pregenerate} writes the {@code .out} files.
 */
@Tag(ChosenRule.TAG)
final class DeduplicationTest {
  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> files() {
    return Fixture.files("err", ".yaml").stream()
        .filter(file -> ChosenRule.speaksIn(Fixture.read(file)))
        .map(file -> dynamicTest(Fixture.TESTDATA.relativize(file).toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    SourceText source = Fixture.read(file);
    List<Diagnostic> findings = Fixture.lint(source).diagnostics();
    StringBuilder lines = new StringBuilder();
    findings.forEach(finding -> lines.append(line(source, finding)).append('\n'));
    Path out = file.resolveSibling(file.getFileName().toString().replace(".yaml", ".out"));
    Golden.check(out, lines.toString());
    String folder = file.getParent().getFileName().toString();
    if (!folder.equals("several")) {
      assertEquals(
          List.of(folder), findings.stream().map(finding -> finding.rule().value()).toList());
    }
  }

  /** {@code 3:5-3:9 error unknown-key 'nmae': message}; lines and columns from 1, end exclusive. */
  private static String line(SourceText source, Diagnostic finding) {
    Span span = finding.span().orElseThrow();
    String text = Fixture.line(source, finding).replace("\r", "\\r").replace("\n", "\\n");
    return place(source, span.start()) + "-" + place(source, span.end()) + " " + text;
  }

  private static String place(SourceText source, int offset) {
    Position position = source.lines().position(offset);
    return (position.line() + 1) + ":" + (position.column() + 1);
  }
}
