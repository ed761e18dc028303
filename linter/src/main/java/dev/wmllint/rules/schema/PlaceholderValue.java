package dev.wmllint.rules.schema;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rule.Words;
import java.util.List;

/** Values that are still to be filled in. */
public final class PlaceholderValue implements Rule {
  static final RuleInfo PLACEHOLDER_VALUE =
      RuleInfo.warning("placeholder-value", FixKind.NONE, "a value that is still to be filled in");

  @Override
  public List<RuleInfo> infos() {
    return List.of(PLACEHOLDER_VALUE);
  }

  @Override
  public void check(RuleContext context) {
    for (Leaves.Leaf leaf : Leaves.of(context.manifest())) {
      String value = leaf.scalar().value();
      if (leaf.isFreeText()) {
        continue;
      }
      if (Placeholder.isPlaceholder(value)) {
        context
            .finding(PLACEHOLDER_VALUE, "'" + Words.shown(value) + "' is a placeholder")
            .help("fill in the real " + leaf.key())
            .atValue(leaf.scalar());
      } else if (!leaf.isCommand() && Placeholder.isTemplate(value)) {
        context
            .finding(
                PLACEHOLDER_VALUE,
                "'" + Words.shown(value) + "' is a template: nothing in the service fills it in")
            .severity(Severity.INFO)
            .help("fill in " + leaf.key() + " before you submit")
            .atValue(leaf.scalar());
      }
    }
  }
}
