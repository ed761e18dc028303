package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.config.FrameworkChanges;
import dev.wmllint.config.FrameworkList;
import dev.wmllint.config.Frameworks;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.YamlLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Eight times the input may take some eight times the work, not its square: sixty-four times. Work
 * is the processor time of the thread, which does not grow when others use the machine.
 */
final class GrowthTest {
  private static final int STEP = 8;

  /** Half-way between a line and a square, as factors go. */
  private static final long MOST = 24;

  /** In nanoseconds: the clock of some systems ticks every 16 milliseconds. */
  private static final long LEAST = 80_000_000;

  private static final Linter LINTER = new Linter(LintConfig.DEFAULT);

  /**
   * Something to do.
   *
   * @param small the size that takes some milliseconds
   * @param work prepares the input of a size; what it returns is measured
   */
  private record Case(String name, int small, IntFunction<Runnable> work) {}

  private static String lines(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("%", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  private static Runnable lint(String text, String rule) {
    LintRequest request = LintRequest.of(SourceText.of("job.yaml", text), Optional.empty());
    return () -> {
      LintResult result = LINTER.lint(request);
      assertTrue(result.diagnostics().stream().anyMatch(one -> one.rule().value().equals(rule)));
      assertFalse(
          result.diagnostics().stream().anyMatch(one -> one.rule().value().contains("limit")));
    };
  }

  private static Runnable removals(int count) {
    String text = lines(count, "key%: value\n");
    ManifestDocument document =
        ManifestDocument.parse(SourceText.of("job.yaml", text), YamlLimits.DEFAULT);
    MappingNode root = (MappingNode) document.root().orElseThrow();
    YamlEdits edits = new YamlEdits(document);
    return () -> root.entries().forEach(entry -> assertTrue(edits.remove(root, entry).isPresent()));
  }

  private static Runnable frameworks(int count) {
    byte[] printed = lines(count, "1  tensorflow  1.%-py3\n").getBytes(StandardCharsets.UTF_8);
    return () -> assertEquals(count, rows(printed).versions().get("tensorflow").value().size());
  }

  private static Frameworks rows(byte[] printed) {
    try {
      return FrameworkList.read(new ByteArrayInputStream(printed), Path.of("list")).orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Runnable changes(int count) {
    List<String> old = IntStream.range(0, count).mapToObj(i -> "1." + i).toList();
    List<String> present = IntStream.range(0, count).mapToObj(i -> "2." + i).toList();
    return () ->
        assertEquals(
            count,
            FrameworkChanges.between(Map.of("torch", old), Map.of("torch", present))
                .added()
                .size());
  }

  private static Stream<Case> cases() {
    return Stream.of(
        new Case("entries to remove", 2_500, GrowthTest::removals),
        new Case("printed frameworks", 4_000, GrowthTest::frameworks),
        new Case("changed frameworks", 4_000, GrowthTest::changes),
        new Case(
            "unknown keys",
            400,
            count ->
                lint(
                    Manifests.S3.replaceFirst("    version", lines(count, "    k%: x\n") + "$0"),
                    "unknown-key")),
        new Case(
            "equal keys",
            400,
            count ->
                lint(
                    Manifests.S3.replaceFirst("  name", "  name: x\n".repeat(count) + "$0"),
                    "duplicate-key")),
        new Case(
            "tabs alone in their lines",
            2_000,
            count -> lint(Manifests.S3 + lines(count, "\t\n"), "yaml-syntax")),
        new Case(
            "keys indented by tabs",
            400,
            count -> lint(Manifests.S3 + lines(count, "\tk%:\n"), "yaml-syntax")),
        new Case(
            "anchors in a later key",
            100,
            count ->
                lint(
                    Manifests.S3.replaceFirst(
                        "    version", "    runtimes: [" + lines(count, "&a% x, ") + "x]\n$0"),
                    "later-key")));
  }

  @TestFactory
  Stream<DynamicTest> work() {
    return cases().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
  }

  private static void check(Case one) {
    // The smaller first: the compiler of the JVM only makes the larger one faster.
    long small = best(3, one.work().apply(one.small()));
    long large = best(2, one.work().apply(STEP * one.small()));
    assertTrue(
        large < MOST * small,
        () -> one.name() + ": " + small + " ns, and for " + STEP + " times as much " + large);
  }

  private static long best(int times, Runnable work) {
    long best = Long.MAX_VALUE;
    for (int i = 0; i < times; i++) {
      best = Math.min(best, mean(work));
    }
    return best;
  }

  /** Of as many runs as it takes to measure them well. */
  private static long mean(Runnable work) {
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    long taken = 0;
    int runs = 0;
    while (taken < LEAST) {
      work.run();
      runs++;
      taken = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }
    return taken / runs;
  }
}
