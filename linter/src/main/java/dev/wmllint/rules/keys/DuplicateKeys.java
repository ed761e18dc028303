package dev.wmllint.rules.keys;

import dev.wmllint.diagnostic.Related;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rule.SharedRules;
import dev.wmllint.text.Message;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The same key twice in one mapping: YAML readers keep either of them, or refuse the file. */
public final class DuplicateKeys implements Rule {
  @Override
  public List<RuleInfo> infos() {
    return List.of(SharedRules.DUPLICATE_KEY);
  }

  @Override
  public void check(RuleContext context) {
    for (Node node : context.document().root().map(Node::all).orElse(List.of())) {
      if (node instanceof MappingNode mapping) {
        check(context, mapping);
      }
    }
  }

  private static void check(RuleContext context, MappingNode mapping) {
    Map<String, Entry> first = new HashMap<>();
    for (Entry entry : mapping.entries()) {
      if (entry.isMerged()) {
        continue;
      }
      Entry other = first.putIfAbsent(entry.name(), entry);
      if (other != null) {
        int line = context.document().lines().lineOf(other.key().span().start()) + 1;
        context
            .finding(SharedRules.DUPLICATE_KEY, Message.of("duplicate key ").key(entry.name()))
            .help("first defined at line " + line)
            .related(Related.at(other.key().span(), "first defined here"))
            .fix(removeSame(context, mapping, other, entry))
            .atKey(entry);
      }
    }
  }

  private static Optional<Fix> removeSame(
      RuleContext context, MappingNode mapping, Entry first, Entry second) {
    String one = first.value().span().of(context.text());
    String other = second.value().span().of(context.text());
    if (!one.equals(other)) {
      return Optional.empty();
    }
    return new YamlEdits(context.document())
        .remove(mapping, second)
        .map(edit -> Fix.unsafe(Message.of("remove the second ").key(second.name()), edit));
  }
}
