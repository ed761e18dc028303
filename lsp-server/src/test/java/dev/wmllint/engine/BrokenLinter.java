package dev.wmllint.engine;

import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.util.ArrayList;
import java.util.List;

/** A linter one rule of which throws. */
public final class BrokenLinter {
  private BrokenLinter() {}

  /** All rules, and the broken one before them. */
  public static Linter of(LintConfig config) {
    List<Rule> rules = new ArrayList<>(RuleRegistry.rules());
    rules.add(0, new ThrowingRule());
    return new Linter(config, rules);
  }

  private static final class ThrowingRule implements Rule {
    @Override
    public List<RuleInfo> infos() {
      return List.of();
    }

    @Override
    public void check(RuleContext context) {
      throw new IllegalStateException("a secret from the document");
    }
  }
}
