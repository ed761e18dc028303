package dev.wmllint.rule;

/** The rules that several classes report, which need not know one another for that. */
public final class SharedRules {
  public static final RuleInfo DUPLICATE_KEY =
      RuleInfo.error(
              Chapter.YAML,
              "duplicate-key",
              FixKind.UNSAFE,
              "a key that is given twice in one mapping")
          .traits(RuleInfo.Trait.NESTING, RuleInfo.Trait.PLAIN_YAML);
  public static final RuleInfo SINGLE_DATA_SOURCE =
      RuleInfo.error(
              Chapter.STORES,
              "single-data-source",
              FixKind.SAFE,
              "training data that is not exactly one store")
          .traits(RuleInfo.Trait.NESTING);
  public static final RuleInfo WRONG_TYPE =
      RuleInfo.error(
              Chapter.STRUCTURE,
              "wrong-type",
              FixKind.SAFE,
              "a value of another type than the format wants")
          .precedence(Precedence.TYPE)
          .traits(RuleInfo.Trait.NESTING);

  private SharedRules() {}
}
