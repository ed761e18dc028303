package dev.wmllint.rules;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.suppress.Suppressions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every rule there is: the one list that a new rule is added to. */
public final class RuleRegistry {
  private static final List<Rule> RULES =
      List.of(
          new DuplicateKeys(),
          new KeyRules(),
          new SchemaRules(),
          new PlaceholderValue(),
          new ScalarRules(),
          new StoreRules(),
          new CommandRules(),
          new ModelRules());

  private static final List<RuleInfo> CATALOGUE = allInfos();

  private RuleRegistry() {}

  /** The checks of a manifest, in the order in which they run. */
  public static List<Rule> rules() {
    return RULES;
  }

  /** The whole catalogue, in the order of the documentation. */
  public static List<RuleInfo> catalogue() {
    return CATALOGUE;
  }

  private static List<RuleInfo> allInfos() {
    List<RuleInfo> infos = new ArrayList<>(DocumentRules.infos());
    infos.add(NotATrainingManifest.NOT_A_TRAINING_MANIFEST);
    RULES.forEach(rule -> infos.addAll(rule.infos()));
    infos.addAll(Suppressions.infos());
    return List.copyOf(infos);
  }

  /** The catalogue entry of an id. */
  public static Optional<RuleInfo> find(RuleId id) {
    return CATALOGUE.stream().filter(info -> info.id().equals(id)).findFirst();
  }
}
