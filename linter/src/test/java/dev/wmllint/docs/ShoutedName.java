package dev.wmllint.docs;

import dev.wmllint.fix.Fix;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.text.Message;
import dev.wmllint.yaml.ScalarNode;
import java.util.List;
import java.util.Locale;

/** The rule that {@code docs/add-a-rule.md} shows. */
final class ShoutedName implements Rule {
  static final RuleInfo SHOUTED_NAME =
      RuleInfo.info(Chapter.STRUCTURE, "shouted-name", "a name in capital letters")
          .fix(FixKind.UNSAFE);

  /** What is not longer may be an abbreviation. */
  private static final int ABBREVIATION = 5;

  @Override
  public List<RuleInfo> infos() {
    return List.of(SHOUTED_NAME);
  }

  @Override
  public void check(RuleContext context) {
    context.manifest().scalar("model_definition", "name").ifPresent(name -> check(context, name));
  }

  private static void check(RuleContext context, ScalarNode name) {
    String quiet = name.value().toLowerCase(Locale.ROOT);
    boolean shouted = name.value().equals(name.value().toUpperCase(Locale.ROOT));
    if (!shouted || name.value().equals(quiet) || name.value().length() <= ABBREVIATION) {
      return;
    }
    YamlEdits edits = new YamlEdits(context.document());
    context
        .finding(SHOUTED_NAME, "the name is in capital letters")
        .help(Message.of("write ").quoted(quiet))
        .fix(Fix.unsafe(Message.of("use ").piece(quiet), edits.replaceScalar(name, quiet)))
        .atValue(name);
  }
}
