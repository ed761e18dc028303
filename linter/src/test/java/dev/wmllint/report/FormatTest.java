package dev.wmllint.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.Golden;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every format to the letter. Drop a manifest into {@code testdata/format}, and {@code mvn
 * -Pregenerate} writes what each format makes of it.
 */
final class FormatTest {
  @TempDir private Path folder;

  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> fixtures() {
    return FormatFixture.all().stream()
        .flatMap(
            fixture ->
                Stream.of(Format.values())
                    .map(
                        format ->
                            dynamicTest(
                                fixture + " as " + format.label(),
                                () -> compare(fixture, format))));
  }

  private void compare(FormatFixture fixture, Format format) throws IOException {
    String actual = withoutPages(Reports.write(format, fixture.report(folder)));
    Golden.check(fixture.expected(format), actual);
  }

  /** Rule pages change more often than formats do. */
  private static String withoutPages(String sarif) {
    return sarif
        .replaceAll("(\"(?:text|markdown)\" : \")# [^\n]*\"", "$1# (the rule's page)\"")
        .replaceAll("(\"fullDescription\" : \\{\\s+\"text\" : \")[^\n]*\"", "$1(from the page)\"");
  }

  @Test
  void labels() {
    assertEquals(
        List.of("text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle"),
        Format.labels());
    assertEquals(Format.SARIF, Format.ofLabel("sarif"));
  }
}
