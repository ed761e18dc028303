package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that nobody writes by hand get a clear answer too, and never a stack trace. */
final class HostileInputTest {
  private static final Pattern RULE =
      Pattern.compile("^[^|]*: (?:error|warning|info): .*\\[([a-z-]+)]$", Pattern.MULTILINE);

  @TempDir private Path folder;

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Case(String name, byte[] bytes, String rules) {
    Case(String name, String text, String rules) {
      this(name, text.getBytes(StandardCharsets.UTF_8), rules);
    }
  }

  private static String lines(int count, String line) {
    return IntStream.range(0, count)
        .mapToObj(i -> line.replace("%", Integer.toString(i)))
        .reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
        .toString();
  }

  private static String indented(int levels) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < levels; i++) {
      out.append(" ".repeat(i)).append("a:\n");
    }
    return out.toString();
  }

  private static byte[] random(int seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static Stream<Case> cases() {
    String aliases = "*a, *a, *a, *a, *a, *a, *a, *a, *a";
    String bomb =
        "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b ["
            + aliases
            + "]\nc: &c ["
            + aliases.replace('a', 'b')
            + "]\nd: ["
            + aliases.replace('a', 'c')
            + "]\n";
    return Stream.of(
        new Case("100,000 brackets", "[".repeat(100_000), "resource-limit"),
        new Case("100,000 braces", "{a: ".repeat(100_000), "resource-limit"),
        new Case("100,000 dashes", "- ".repeat(100_000), "resource-limit"),
        new Case("1,000 levels of indentation", indented(1_000), "resource-limit"),
        new Case("3,000 levels of indentation", indented(3_000), "resource-limit"),
        new Case("5 MB", "# x\n".repeat(1_310_720), "resource-limit"),
        new Case("5 MB on one line", "a: " + "x".repeat(5 << 20), "resource-limit"),
        new Case("alias bomb", bomb, "resource-limit"),
        new Case("self-reference", "a: &a [*a]\n", "resource-limit"),
        new Case(
            "merge of itself", "model_definition: &a\n  <<: *a\n  name: x\n", "resource-limit"),
        new Case("NUL", Manifests.S3.replace("digits\n", "dig\0its\n"), "yaml-syntax"),
        new Case("200,000 quotes", "\"".repeat(200_000), "yaml-syntax"),
        new Case("50,000 aliases", "model_definition: " + "*a ".repeat(50_000), "yaml-syntax"),
        new Case("50,000 anchors", "a: " + "&a ".repeat(50_000), "yaml-syntax"),
        new Case("50,000 colons", "a: ".repeat(50_000), "yaml-syntax"),
        new Case(
            "UTF-16 without a mark",
            Manifests.S3.getBytes(StandardCharsets.UTF_16LE),
            "invalid-encoding"),
        new Case(
            "Latin-1",
            Manifests.S3
                .replace("digits\n", "Zahlen f\u00FCr alle\n")
                .getBytes(StandardCharsets.ISO_8859_1),
            "invalid-encoding"),
        new Case(
            "Shift JIS",
            Manifests.S3
                .replace("digits\n", "\u65E5\u672C\n")
                .getBytes(Charset.forName("Shift_JIS")),
            "invalid-encoding"),
        new Case("random bytes", random(1, 20_000), "invalid-encoding"),
        new Case("nothing", "", "empty-manifest"),
        new Case("comments", "# a\n\n# b\n", "empty-manifest"),
        new Case("null", "~\n", "empty-manifest"),
        new Case("a document start", "---\n", "empty-manifest"),
        new Case("a mark only", "\uFEFF", "empty-manifest"),
        new Case("a list", "- a\n- b\n", "wrong-type"),
        new Case("a scalar", "hello\n", "wrong-type"),
        new Case("two manifests", Manifests.S3 + "---\n" + Manifests.S3, "multiple-documents"),
        new Case("a key that is a list", Manifests.S3 + "[a, b]: c\n", "wrong-type"),
        new Case("a key that is a mapping", Manifests.S3 + "? {a: b}\n: c\n", "wrong-type"),
        new Case("a key that is a number", Manifests.S3 + "1: c\n", "unknown-key"),
        new Case("a null key", Manifests.S3 + "~: c\n", "unknown-key"),
        new Case("a tag", Manifests.S3.replace("small", "!size small"), "yaml-syntax"),
        new Case("a string tag", Manifests.S3.replace("1.2-py3", "!!str 1.2-py3"), ""),
        new Case(
            "an unknown tag handle", Manifests.S3.replace("small", "!e!x small"), "yaml-syntax"),
        new Case(
            "20,000 unknown keys",
            Manifests.S3.replaceFirst("  name", lines(20_000, "  k%: {a: b}\n") + "  name"),
            "unknown-key"),
        new Case(
            "20,000 equal keys",
            Manifests.S3.replaceFirst("  name", "  name: x\n".repeat(20_000) + "  name"),
            "duplicate-key"),
        new Case(
            "5,000 stores of the training data",
            Manifests.S3.replaceFirst("(?s)- connection.*?type: s3\n", "$0".repeat(5_000)),
            "single-data-source"),
        new Case(
            "5,000 lines with tabs",
            Manifests.S3.replaceFirst("  name", lines(5_000, "\tk%: x\n") + "  name"),
            "yaml-syntax"),
        new Case(
            "15,000 comments that hide something",
            Manifests.S3.replaceFirst(
                "  name", lines(15_000, "  k%: x # wml-lint: ignore[unknown-key]\n") + "  name"),
            ""),
        new Case(
            "20,000 comments",
            "# wml-lint: ignore[unknown-key]\n".repeat(20_000) + Manifests.S3,
            "unused-suppression"),
        new Case(
            "a command of 1 MB",
            Manifests.S3.replace("--out", "--x $(echo \"$C\") ".repeat(40_000) + "--out"),
            ""));
  }

  @TestFactory
  Stream<DynamicTest> hostileFiles() {
    return cases().map(one -> DynamicTest.dynamicTest(one.name(), () -> check(one)));
  }

  private void check(Case one) {
    Cli cli = new Cli(folder);
    Cli.Outcome outcome = cli.run("--no-model", cli.write("job.yaml", one.bytes()));
    TreeSet<String> rules = new TreeSet<>();
    Matcher matcher = RULE.matcher(outcome.out());
    while (matcher.find()) {
      rules.add(matcher.group(1));
    }
    String shown = outcome.out().substring(0, Math.min(2_000, outcome.out().length()));
    assertEquals(one.rules(), String.join(" ", rules), shown);
    assertEquals("", outcome.err());
    assertTrue(outcome.exitCode() <= 1, shown);
    assertFalse(outcome.out().contains("Exception"), shown);
  }

  @Test
  void randomBytesAndText() {
    Cli cli = new Cli(folder);
    Random random = new Random(3);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = random(i, 1 + random.nextInt(400));
      if (i % 2 == 0) {
        for (int k = 0; k < bytes.length; k++) {
          bytes[k] = (byte) (32 + (bytes[k] & 0x7F) % 95);
        }
      }
      Cli.Outcome outcome = cli.run("--no-model", cli.write("job.yaml", bytes));
      assertEquals("", outcome.err());
      assertTrue(outcome.exitCode() <= 1, outcome.out());
    }
  }
}
