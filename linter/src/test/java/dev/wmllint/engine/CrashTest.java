package dev.wmllint.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.Manifests;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A mistake of ours is told, and takes nothing else with it. */
final class CrashTest {
  private static final SourceText SOURCE =
      SourceText.of("job.yaml", Manifests.S3.replace("small", "tiny"));

  private static final class Throws implements Rule {
    @Override
    public List<RuleInfo> infos() {
      return List.of();
    }

    @Override
    public void check(RuleContext context) {
      context.finding(RuleRegistry.catalogue().get(0), "half of it").atModel();
      throw new IllegalStateException("a mistake");
    }
  }

  private static final class Overflows implements Rule {
    @Override
    public List<RuleInfo> infos() {
      return List.of();
    }

    @Override
    public void check(RuleContext context) {
      assertTrue(depth(0) < 0);
    }

    @SuppressWarnings("InfiniteRecursion") // that is the point
    private static int depth(int level) {
      return depth(level + 1) + 1;
    }
  }

  /** Wants no more after this one. */
  private static final class GivesUp implements Rule {
    boolean wanted = true;

    @Override
    public List<RuleInfo> infos() {
      return List.of();
    }

    @Override
    public void check(RuleContext context) {
      wanted = false;
    }
  }

  private static List<String> rules(LintResult result) {
    return result.diagnostics().stream().map(finding -> finding.rule().value()).toList();
  }

  @Test
  void aRuleThatThrowsLeavesTheOthers() {
    List<Rule> rules = new ArrayList<>(List.of(new Throws(), new Overflows()));
    rules.addAll(RuleRegistry.rules());
    LintResult result = new Linter(LintConfig.DEFAULT, rules).lint(LintRequest.of(SOURCE));
    assertEquals(
        List.of("Throws", "Overflows"),
        result.crashes().stream().map(LintResult.Crash::rule).toList());
    assertEquals(List.of("unsupported-resource"), rules(result));
  }

  @Test
  void outOfMemorySaysWhatToDo() {
    List<String> lines = CrashReport.of(Map.of()).lines(new OutOfMemoryError("Java heap space"));
    String hint = "out of memory; give Java more with -Xmx4g";
    assertEquals(List.of("internal: java.lang.OutOfMemoryError", hint), lines);
  }

  @Test
  void aCrashIsToldWithoutItsMessage() {
    IllegalStateException secret = new IllegalStateException("hunter2", new Error("hunter2"));
    LintResult.Crash crash = new LintResult.Crash("Throws", secret);
    String line = "internal: rule Throws failed on job.yaml: java.lang.IllegalStateException";
    assertEquals(List.of(line), CrashReport.of(Map.of()).lines(crash, "job.yaml"));
    List<String> lines = CrashReport.of(Map.of("WML_LINT_DEBUG", "1")).lines(crash, "job.yaml");
    assertEquals(line, lines.get(0));
    assertTrue(
        lines.get(1).startsWith("    at dev.wmllint.engine.CrashTest.aCrashIsTold"), lines.get(1));
    assertTrue(lines.contains("caused by java.lang.Error"), lines.toString());
    assertFalse(lines.toString().contains("hunter2"), lines.toString());
  }

  /** Of what called itself without end, the last calls say enough. */
  @Test
  void aLongStackIsCut() {
    LintResult result =
        new Linter(LintConfig.DEFAULT, List.of(new Overflows())).lint(LintRequest.of(SOURCE));
    CrashReport text = CrashReport.of(Map.of("WML_LINT_DEBUG", "1"));
    assertEquals(61, text.lines(result.crashes().get(0), "job.yaml").size());
  }

  @Test
  void whatFailsOutsideTheRulesIsToldToo() {
    LintConfig broken = new LintConfig(ManifestSchema.builtIn(), Map.of(), null);
    LintResult result = new Linter(broken).lint(LintRequest.of(SOURCE));
    assertEquals(List.of("Linter"), result.crashes().stream().map(LintResult.Crash::rule).toList());
    assertEquals(List.of(), rules(result));
    assertEquals(SOURCE, result.document().source());
  }

  @Test
  void whatIsNotWantedAnyMoreIsNotDone() {
    GivesUp first = new GivesUp();
    Linter linter = new Linter(LintConfig.DEFAULT, List.of(first, new Throws()));
    assertTrue(linter.lint(LintRequest.of(SOURCE), () -> first.wanted).isEmpty());
    assertTrue(linter.lint(LintRequest.of(SOURCE), () -> true).isPresent());
  }
}
