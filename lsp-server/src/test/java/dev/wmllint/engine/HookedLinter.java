package dev.wmllint.engine;

import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A linter that tells of each text that it looks at, and may be held up by whoever it tells. */
public final class HookedLinter {
  private HookedLinter() {}

  /** All rules, and before and behind them somebody who is told the text. */
  public static Linter of(LintConfig config, Consumer<String> first, Consumer<String> last) {
    List<Rule> rules = new ArrayList<>(RuleRegistry.rules());
    rules.add(0, new Hook(first));
    rules.add(new Hook(last));
    return new Linter(config, rules);
  }

  private record Hook(Consumer<String> told) implements Rule {
    @Override
    public List<RuleInfo> infos() {
      return List.of();
    }

    @Override
    public void check(RuleContext context) {
      told.accept(context.document().text());
    }
  }
}
