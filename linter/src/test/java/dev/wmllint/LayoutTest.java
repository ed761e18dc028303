package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.redact.Redactor;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each line of manifests without a fault, in the ways in which a line slips: one finding, there.
 */
final class LayoutTest {
  private static final int[] SHIFTS = {2, -2, 4, -4, 1, -1};

  private final Linter linter = new Linter(LintConfig.DEFAULT);

  /**
   * A manifest with a slip.
   *
   * @param first the first line on which the finding may be, from 0
   * @param last the last one
   */
  private record Slipped(String name, List<String> lines, int first, int last) {
    String text() {
      return String.join("\n", lines) + "\n";
    }
  }

  @TestFactory
  Stream<DynamicTest> aSlipIsOneFinding() throws IOException {
    List<String> manifests = new ArrayList<>(List.of(Manifests.S3, Manifests.SWIFT));
    for (Path file : Fixture.files("layout", ".yaml")) {
      manifests.add(Files.readString(file));
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (String manifest : manifests) {
      assertEquals(List.of(), mistakes(manifest), manifest);
      for (Slipped slipped : slips(manifest.lines().toList())) {
        boolean twice = slipped.name().startsWith("twice");
        if (twice || !meansTheSame(slipped.text(), manifest)) {
          tests.add(DynamicTest.dynamicTest(slipped.name(), () -> check(slipped)));
        }
      }
    }
    assertTrue(tests.size() > 500);
    return tests.stream();
  }

  private void check(Slipped slipped) {
    List<Diagnostic> found = mistakes(slipped.text());
    assertEquals(1, found.size(), () -> slipped.text() + found);
    int line = SourceText.of("x", slipped.text()).lines().lineOf(start(found.get(0)));
    boolean there = slipped.first() <= line && line <= slipped.last();
    assertTrue(there, () -> slipped.text() + found);
    for (Fix fix : found.get(0).fixes()) {
      String mended = FixApplier.apply(slipped.text(), List.of(fix));
      assertEquals(List.of(), mistakes(mended), mended);
    }
  }

  private static int start(Diagnostic finding) {
    return finding.span().orElseThrow().start();
  }

  private List<Diagnostic> mistakes(String text) {
    LintResult result = linter.lint(LintRequest.of(SourceText.of("job.yaml", text)));
    return result.diagnostics().stream().filter(d -> d.severity() != Severity.INFO).toList();
  }

  /** Also where spaces of the command are others. */
  private static boolean meansTheSame(String text, String manifest) {
    SourceText source = SourceText.of("x", text);
    boolean sound = ManifestDocument.parse(source, YamlLimits.DEFAULT).problems().isEmpty();
    return sound && words(source).equals(words(SourceText.of("x", manifest)));
  }

  private static String words(SourceText source) {
    return Tree.parse(source).toString().replaceAll("\\s+", " ");
  }

  private static List<Slipped> slips(List<String> lines) {
    List<Slipped> slips = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.isBlank() || line.strip().startsWith("#")) {
        continue;
      }
      int end = block(lines, i);
      for (int shift : SHIFTS) {
        // Of two lines of a command either may be the one that slipped.
        boolean key = line.contains(": ") || line.endsWith(":");
        int first = key ? i : i - 1;
        if (indent(line) + shift >= 0) {
          List<String> moved = shifted(lines, i, i, shift);
          slips.add(new Slipped("line " + shift + line, moved, first, i + 1));
        }
        if (indent(line) + shift >= 0 && Math.abs(shift) == 2) {
          List<String> moved = shifted(lines, i, end, shift);
          slips.add(new Slipped("block " + shift + line, moved, first, end + 1));
        }
      }
      if (end > i && line.endsWith(":")) {
        List<String> lost = new ArrayList<>(lines);
        lost.remove(i);
        slips.add(new Slipped("lost" + line, lost, 0, lines.size()));
        List<String> twice = new ArrayList<>(lines);
        twice.add(i, line);
        slips.add(new Slipped("twice" + line, twice, i, i + 1));
      }
      if (line.matches("\\s*(- )?\\w+: [^&*].*")) {
        List<String> twice = new ArrayList<>(lines);
        twice.add(i, line.replaceFirst(": .*", ":"));
        slips.add(new Slipped("twice" + line, twice, i, i + 1));
        slips.add(replaced(lines, i, "joined", line.replaceFirst(": ", ":")));
        slips.add(replaced(lines, i, "no colon", line.replaceFirst(": ", " ")));
      }
    }
    return slips;
  }

  private static Slipped replaced(List<String> lines, int at, String name, String line) {
    List<String> changed = new ArrayList<>(lines);
    changed.set(at, line);
    return new Slipped(name + line, changed, at, at);
  }

  private static List<String> shifted(List<String> lines, int from, int to, int by) {
    List<String> changed = new ArrayList<>(lines);
    for (int i = from; i <= to; i++) {
      String line = lines.get(i);
      int indent = Math.max(0, indent(line) + by);
      changed.set(i, line.isBlank() ? line : " ".repeat(indent) + line.strip());
    }
    return changed;
  }

  /** The last line of what is below a line. */
  private static int block(List<String> lines, int first) {
    int last = first;
    for (int i = first + 1; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean item = line.strip().startsWith("- ") && !lines.get(first).strip().startsWith("- ");
      boolean below = indent(line) > indent(lines.get(first));
      if (!line.isBlank() && !below && !(item && indent(line) == indent(lines.get(first)))) {
        break;
      }
      last = line.isBlank() ? last : i;
    }
    return last;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  @Test
  void noSlipShowsASecret() {
    String secret = "Zk7qWx93LmPv42Ry";
    List<String> manifests =
        List.of(
            Manifests.SWIFT.replaceAll("password: .*", "password: " + secret),
            Manifests.S3.replaceAll("key: .*", "key: " + secret));
    for (String manifest : manifests) {
      for (Slipped slipped : slips(manifest.lines().toList())) {
        LintResult result = linter.lint(LintRequest.of(SourceText.of("x", slipped.text())));
        for (Diagnostic shown : Redactor.of(result.document()).redact(result.diagnostics())) {
          assertFalse(shown.toString().contains(secret), () -> slipped.text() + shown);
        }
      }
    }
  }

  /** A key that is there already does not slip to a place where it does not belong either. */
  @Test
  void noMoveEndsAtAnotherFault() {
    List<String> keys =
        Manifests.S3
            .lines()
            .filter(line -> line.contains(":"))
            .map(line -> line.strip().replace("- ", "").replaceFirst(":.*", ""))
            .distinct()
            .toList();
    for (String key : keys) {
      for (String indent : List.of("", "  ", "    ")) {
        String text = Manifests.S3 + indent + key + ": again\n";
        List<Diagnostic> found = mistakes(text);
        boolean moves =
            found.stream().anyMatch(finding -> finding.message().text().contains("is indented"));
        assertTrue(!moves || found.size() == 1, () -> text + found);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> marksOfAnotherPlaceAreOneFinding() {
    List<String> lines = Manifests.S3.lines().toList();
    int data = lines.indexOf("training_data_reference:");
    List<String> parts = new ArrayList<>(lines);
    parts.add(data, "---");
    return Stream.of(
            numbered("%3d %s", lines),
            numbered("%d: %s", lines),
            numbered("%d:%s", lines),
            numbered("%6d\t%s", lines),
            numbered("%4d │ %s", lines),
            each("> ", lines),
            each(">", lines),
            each("> > ", lines),
            each("| ", lines),
            each("+", lines),
            "diff --git a/job.yaml b/job.yaml\n--- /dev/null\n+++ b/job.yaml\n@@ -0,0 +1,27 @@\n"
                + each("+", lines),
            "```yaml\n" + Manifests.S3 + "```\n",
            "The manifest:\n\n```\n" + Manifests.S3 + "```\nAnd so on.\n",
            Manifests.S3 + "```\n",
            String.join("\n", parts),
            Manifests.S3.replace("- connection", "– connection"),
            Manifests.S3.replace("- connection", "• connection"),
            Manifests.S3.replace("- connection", "* connection"),
            Manifests.S3.replace("  framework:", "\u200B  framework:"),
            Manifests.S3.replace("  framework:", "\uFEFF  framework:"),
            Manifests.S3.replace("    name:", "\u00A0\u00A0  name:"))
        .map(text -> DynamicTest.dynamicTest(text.substring(0, 20), () -> mended(text)));
  }

  private void mended(String text) {
    List<Diagnostic> found = mistakes(text);
    assertEquals(1, found.size(), () -> text + found);
    String fixed = FixApplier.apply(text, List.of(found.get(0).fixes().get(0)));
    assertEquals(List.of(), mistakes(fixed), fixed);
  }

  private static String numbered(String format, List<String> lines) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      out.append(String.format(format, i + 1, lines.get(i))).append('\n');
    }
    return out.toString();
  }

  private static String each(String mark, List<String> lines) {
    return String.join("\n", lines.stream().map(line -> mark + line).toList()) + "\n";
  }
}
