package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.fix.Safety;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.Comment;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.YamlLimits;
import dev.wmllint.yaml.syntax.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * All fixes of a manifest together. {@code testdata/fix/NAME.yaml} becomes {@code NAME.safe.yaml}
 * by the safe ones and {@code NAME.unsafe.yaml} by all; {@code mvn -Pregenerate} writes both. What
 * must hold for every text is checked on all fixtures with mistakes.
 */
@Tag(ChosenRule.TAG)
final class FixTest {
  private static final Set<String> ON_INSERTED_TEXT = Set.of("placeholder-value", "empty-value");

  @Tag(Golden.TAG)
  @TestFactory
  Stream<DynamicTest> fixtures() {
    return sources("fix")
        .filter(file -> ChosenRule.speaksIn(Fixture.read(file)))
        .map(
            file ->
                dynamicTest(
                    Fixture.TESTDATA.relativize(file).toString(),
                    () ->
                        assertAll(
                            () -> compare(file, Safety.SAFE), () -> compare(file, Safety.UNSAFE))));
  }

  @TestFactory
  Stream<DynamicTest> properties() {
    return Stream.of("fix", "err", "ok")
        .flatMap(FixTest::sources)
        .filter(file -> ChosenRule.speaksIn(Fixture.read(file)))
        .map(
            file ->
                dynamicTest(
                    Fixture.TESTDATA.relativize(file).toString(),
                    () -> {
                      SourceText source = Fixture.read(file);
                      assertAll(properties(source));
                      String tagged = tagged(source.text());
                      if (!tagged.equals(source.text())) {
                        assertAll(properties(source.withText(tagged)));
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> laterRevisionsKeepAllTheySay() {
    return sources("fix/later")
        .filter(file -> ChosenRule.speaksIn(Fixture.read(file)))
        .map(
            file ->
                dynamicTest(
                    Fixture.TESTDATA.relativize(file).toString(),
                    () -> keepsAll(Fixture.read(file))));
  }

  static Stream<Path> sources(String folder) {
    return Fixture.files(folder, "").stream()
        .filter(Files::isRegularFile)
        .filter(file -> !file.toString().matches(".*\\.(out|(safe|unsafe)\\.(yaml|json))"));
  }

  /** With an unknown tag: what is wrong with the YAML, and can be parsed. */
  private static String tagged(String text) {
    return text.replaceFirst("(?m)^( *name: )(?=[\\w\"'])", "$1!x ");
  }

  private static FixResult fixed(SourceText source, Safety safety) {
    return Fixture.fix(LintRequest.of(source), safety);
  }

  private static void compare(Path file, Safety safety) throws IOException {
    SourceText source = Fixture.read(file);
    byte[] actual = fixed(source, safety).source().encode();
    String ending = safety == Safety.SAFE ? ".safe$1" : ".unsafe$1";
    Path expected =
        file.resolveSibling(file.getFileName().toString().replaceFirst("(\\.\\w+)$", ending));
    if (Golden.isWriting()) {
      Files.write(expected, actual);
    }
    assertTrue(Files.exists(expected), () -> expected + " is missing");
    assertEquals(Fixture.read(expected).text(), SourceText.decode(file.toString(), actual).text());
    assertArrayEquals(Files.readAllBytes(expected), actual, "bytes");
  }

  private static List<Executable> properties(SourceText source) {
    List<Diagnostic> before = Fixture.lint(source).diagnostics();
    List<Executable> checks = new ArrayList<>();
    for (Safety safety : Safety.values()) {
      FixResult result = fixed(source, safety);
      SourceText after = result.source();
      List<Diagnostic> left = result.after().diagnostics();
      Function<Object, String> words = what -> safety + " " + what + "\n" + after.text();
      checks.add(() -> assertEquals(Fixture.lint(after).diagnostics(), left, "what remains"));
      checks.add(() -> assertTrue(result.converged(), () -> words.apply("goes on for ever")));
      checks.add(
          () ->
              assertTrue(
                  problems(after, Problem::isIllFormed) <= problems(source, Problem::isIllFormed),
                  () -> words.apply("does not parse")));
      checks.add(
          () ->
              assertTrue(
                  problems(after, problem -> true) <= problems(source, problem -> true),
                  () -> words.apply("has more problems")));
      long more =
          left.stream()
              .filter(d -> safety == Safety.SAFE || !ON_INSERTED_TEXT.contains(d.rule().value()))
              .count();
      checks.add(
          () -> assertTrue(more <= before.size(), () -> words.apply("has more findings: " + left)));
      checks.add(
          () -> assertEquals(List.of(), fixed(after, safety).applied(), "no fixpoint " + safety));
    }
    return checks;
  }

  private static long problems(SourceText source, Predicate<Problem> kind) {
    return ManifestDocument.parse(source, YamlLimits.DEFAULT).problems().stream()
        .filter(kind)
        .count();
  }

  /** Nothing of the 2018 revision is left, and every value and every comment still is. */
  private static void keepsAll(SourceText source) {
    String after = fixed(source, Safety.UNSAFE).source().text();
    List<String> findings =
        Fixture.lint(source.withText(after)).diagnostics().stream()
            .filter(finding -> finding.severity() != Severity.INFO)
            .map(finding -> finding.rule().value())
            .filter(rule -> !ON_INSERTED_TEXT.contains(rule))
            .toList();
    if (source.name().endsWith(".json")) {
      // JSON has no comments for what has no place: what is dropped is said.
      assertAll(
          () -> assertEquals(List.of(), findings, after),
          () -> assertTrue(!after.contains("#"), after));
      return;
    }
    ManifestDocument document = ManifestDocument.parse(source, YamlLimits.DEFAULT);
    List<String> lost = new ArrayList<>();
    for (Comment comment : document.comments()) {
      keep(comment.span().of(source.text()), after, lost);
    }
    document.root().orElseThrow().all().stream()
        .filter(ScalarNode.class::isInstance)
        .forEach(scalar -> keep(scalar.span().of(source.text()), after, lost));
    assertAll(
        () -> assertEquals(List.of(), findings, after), () -> assertEquals(List.of(), lost, after));
  }

  private static void keep(String written, String after, List<String> lost) {
    // A size of 2018 becomes the one of today that has as many GPUs.
    String words = written.strip().replaceAll("^[\"']|[\"']$", "");
    if (!after.contains(words) && !written.matches("\"?k80(x[24])?\"?")) {
      lost.add(written);
    }
  }
}
