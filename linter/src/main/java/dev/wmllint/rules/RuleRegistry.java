package dev.wmllint.rules;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.command.CommandRules;
import dev.wmllint.rules.document.DocumentRules;
import dev.wmllint.rules.document.NotATrainingManifest;
import dev.wmllint.rules.keys.DuplicateKeys;
import dev.wmllint.rules.keys.KeyRules;
import dev.wmllint.rules.model.ModelRules;
import dev.wmllint.rules.schema.PlaceholderValue;
import dev.wmllint.rules.schema.ScalarRules;
import dev.wmllint.rules.schema.SchemaRules;
import dev.wmllint.rules.stores.StoreRules;
import dev.wmllint.rules.stores.SurroundingSpace;
import dev.wmllint.suppress.Suppressions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
          new SurroundingSpace(),
          new CommandRules(),
          new ModelRules());

  private static final List<RuleInfo> CATALOGUE = allInfos();
  private static final Map<String, RuleInfo> BY_NAME = byName();

  private RuleRegistry() {}

  /** The checks of a manifest, in the order in which they run. */
  public static List<Rule> rules() {
    return RULES;
  }

  /** The whole catalogue, in the order of the documentation. */
  public static List<RuleInfo> catalogue() {
    return CATALOGUE;
  }

  /** The rules of one chapter, in the order of the documentation. */
  public static List<RuleInfo> of(Chapter chapter) {
    return CATALOGUE.stream().filter(info -> info.chapter() == chapter).toList();
  }

  /** Whether findings of a rule have a trait; false for a rule that there is not. */
  public static boolean is(RuleId rule, RuleInfo.Trait trait) {
    return find(rule).filter(info -> info.is(trait)).isPresent();
  }

  private static List<RuleInfo> allInfos() {
    List<RuleInfo> infos = new ArrayList<>(DocumentRules.infos());
    infos.add(NotATrainingManifest.NOT_A_TRAINING_MANIFEST);
    RULES.forEach(rule -> infos.addAll(rule.infos()));
    infos.addAll(Suppressions.infos());
    infos.sort(Comparator.comparing(RuleInfo::chapter));
    return List.copyOf(infos);
  }

  private static Map<String, RuleInfo> byName() {
    Map<String, RuleInfo> byName = new LinkedHashMap<>();
    CATALOGUE.forEach(info -> byName.put(info.id().value(), info));
    return Collections.unmodifiableMap(byName);
  }

  /** The names of all rules, in the order of the documentation. */
  public static Set<String> names() {
    return BY_NAME.keySet();
  }

  /** The catalogue entry of a rule; empty when there is no rule of that name. */
  public static Optional<RuleInfo> find(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** The catalogue entry of an id; empty for one of another release. */
  public static Optional<RuleInfo> find(RuleId id) {
    return find(id.value());
  }
}
