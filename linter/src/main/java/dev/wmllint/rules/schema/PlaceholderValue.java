package dev.wmllint.rules.schema;

import dev.wmllint.diagnostic.Severity;
import dev.wmllint.manifest.Placeholder;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.Precedence;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import java.util.List;

/** Values that are still to be filled in. */
public final class PlaceholderValue implements Rule {
  static final RuleInfo PLACEHOLDER_VALUE =
      RuleInfo.warning(Chapter.YAML, "placeholder-value", "a value that is still to be filled in")
          .precedence(Precedence.PLACEHOLDER)
          .traits(RuleInfo.Trait.TO_FILL_IN);

  @Override
  public List<RuleInfo> infos() {
    return List.of(PLACEHOLDER_VALUE);
  }

  private static boolean isWords(Leaves.Leaf leaf) {
    String value = leaf.scalar().value();
    boolean credential = leaf.isOfConnection();
    boolean named = credential || leaf.key().equals("bucket");
    return !leaf.isCommand()
        && (Placeholder.isInWords(value, credential)
            || (named && Placeholder.isOwnName(leaf.key(), value))
            || (named && isCompound(value) && Placeholder.isOwnName(leaf.written(), value)));
  }

  /** Several words in one, as names of keys are and few values. */
  private static boolean isCompound(String value) {
    return value.chars().anyMatch(c -> c < 'a' || c > 'z');
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
            .finding(PLACEHOLDER_VALUE, Message.ofQuoted(value).text(" is a placeholder"))
            .help(Message.of("fill in the real ").piece(leaf.key()))
            .atValue(leaf.scalar());
      } else if (isWords(leaf)) {
        // The value may be a secret after all: it is not shown.
        context
            .finding(
                PLACEHOLDER_VALUE, Message.ofKey(leaf.written()).text(" is still to be filled in"))
            .help(Message.of("fill in the real ").piece(leaf.key()))
            .atValue(leaf.scalar());
      } else if (!leaf.isCommand() && Placeholder.isTemplate(value)) {
        context
            .finding(
                PLACEHOLDER_VALUE,
                Message.ofQuoted(value).text(" is a template: nothing in the service fills it in"))
            .severity(Severity.INFO)
            .help(Message.of("fill in ").piece(leaf.key()).text(" before you submit"))
            .atValue(leaf.scalar());
      }
    }
  }
}
