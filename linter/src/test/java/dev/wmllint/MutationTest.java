package dev.wmllint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.diff.UnifiedDiff;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds for every text: the linter never throws, every place lies inside the text, fixes come
 * to an end, and safe ones never make more findings. {@code -Dwmllint.rounds=100000} looks longer.
 */
final class MutationTest {
  private static final int ROUNDS = Integer.getInteger("wmllint.rounds", 4_000);

  private static final List<String> SEEDS =
      List.of(
          Manifests.S3, Manifests.SWIFT, Manifests.JSON, LaterManifests.BLOCK, LaterManifests.JSON);

  private static final List<String> PIECES =
      List.of(
          ":",
          " ",
          "\n",
          "\t",
          "- ",
          "#",
          "\"",
          "'",
          "{",
          "}",
          "[",
          "]",
          ",",
          "&a ",
          "*a",
          "|",
          ">",
          "<<: *a\n",
          "---\n",
          "~",
          "yes",
          "0.10",
          "\uD83D\uDE80",
          "\u00E9",
          "\0",
          "\r\n",
          "# wml-lint: ignore[x]\n",
          " # wml-lint: ignore[unknown-key]",
          "$(",
          "${X",
          "&&",
          ";",
          "|| ",
          "\\",
          "<x>",
          "type: s3\n",
          "access_key_id: x\n",
          "compute_configuration:\n",
          "name: k80\n",
          "connection:\n",
          "?",
          "!",
          "!x ",
          "%",
          "@",
          "`");

  @TempDir private Path folder;
  private ModelDefinition model;

  @BeforeEach
  void program() throws IOException {
    Files.writeString(folder.resolve("train.py"), "print(1)\n");
    model = ModelDefinition.open(folder, ModelLimits.DEFAULT);
  }

  @Test
  void mutationsOfValidManifests() {
    Linter linter = new Linter(LintConfig.DEFAULT);
    Random random = new Random(Long.getLong("wmllint.seed", 42));
    for (int i = 0; i < ROUNDS; i++) {
      String text = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
      try {
        check(linter, text, i % 4 == 0);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("round " + i + ": " + e.getMessage() + "\n" + text, e);
      }
    }
  }

  @Test
  void prefixesOfValidManifests() {
    Linter linter = new Linter(LintConfig.DEFAULT);
    for (String seed : SEEDS) {
      for (int end = 0; end < seed.length(); end += 2) {
        check(linter, seed.substring(0, end), false);
      }
    }
  }

  private static String mutated(String seed, Random random) {
    StringBuilder text = new StringBuilder(seed);
    for (int k = 1 + random.nextInt(3); k > 0; k--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + 1 + random.nextInt(12));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, text.substring(at, to));
        case 2 -> text.setLength(at == 0 ? text.length() : at);
        case 3 -> moveLine(text, random);
        default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
      }
    }
    String result = text.toString();
    return random.nextInt(8) == 0 ? result.replace("\n", "\r\n") : result;
  }

  private static void moveLine(StringBuilder text, Random random) {
    List<String> lines = new ArrayList<>(text.toString().lines().toList());
    if (lines.size() > 1) {
      String line = lines.remove(random.nextInt(lines.size()));
      lines.add(random.nextInt(lines.size() + 1), line);
      text.setLength(0);
      text.append(String.join("\n", lines)).append('\n');
    }
  }

  private void check(Linter linter, String text, boolean fix) {
    LintResult result = linter.lint(request(text));
    assertEquals(List.of(), result.crashes());
    for (Diagnostic diagnostic : result.diagnostics()) {
      diagnostic.span().ifPresent(span -> inside(span, text));
      for (Related related : diagnostic.related()) {
        related.span().ifPresent(span -> inside(span, text));
      }
      for (Fix one : diagnostic.fixes()) {
        for (Edit edit : one.edits()) {
          inside(edit.span(), text);
        }
      }
      assertTrue(
          !diagnostic.message().text().isBlank() && !diagnostic.message().text().contains("\n"));
    }
    if (fix) {
      fixed(linter, text);
    }
  }

  private static void inside(Span span, String text) {
    assertTrue(span.end() <= text.length(), () -> span + " of " + text.length());
  }

  private void fixed(Linter linter, String text) {
    FixResult safe = linter.fix(request(text), Safety.SAFE);
    assertTrue(safe.converged(), "safe fixes do not come to an end");
    List<Diagnostic> before = safe.before().diagnostics();
    assertTrue(
        safe.after().diagnostics().size() <= before.size(),
        () -> "more findings after safe fixes: " + before + "\n" + safe.source().text());
    FixResult all = linter.fix(request(text), Safety.UNSAFE);
    assertTrue(all.converged(), "fixes do not come to an end");
    parsesAsBefore(safe);
    parsesAsBefore(all);
    assertEquals(all.source().text(), FixApplier.apply(text(all.before()), List.of(asFix(all))));
    UnifiedDiff diff = UnifiedDiff.of("job.yaml", all.before().document(), all.after().document());
    assertEquals(all.isChanged(), !diff.isEmpty());
  }

  /** Fixes never break text that was not broken, and never leave more that is wrong as YAML. */
  private static void parsesAsBefore(FixResult result) {
    ManifestDocument before = result.before().document().withText(text(result.before()));
    ManifestDocument after = before.withText(text(result.after()));
    assertTrue(before.isBroken() || !after.isBroken(), () -> "broken by fixes: " + after.text());
    assertTrue(
        after.problems().size() <= before.problems().size(),
        () -> "more problems after fixes: " + after.text());
  }

  private static String text(LintResult result) {
    return result.document().text();
  }

  private static Fix asFix(FixResult result) {
    return new Fix(Message.of("all"), Safety.UNSAFE, result.edits());
  }

  private LintRequest request(String text) {
    return LintRequest.of(SourceText.of("job.yaml", text), Optional.of(model));
  }
}
