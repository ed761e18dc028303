package dev.wmllint.rule;

/** The rules that several classes report, which need not know one another for that. */
public final class SharedRules {
  public static final RuleInfo DUPLICATE_KEY =
      RuleInfo.error(Chapter.YAML, "duplicate-key", "a key that is given twice in one mapping")
          .fix(FixKind.UNSAFE)
          .traits(RuleInfo.Trait.NESTING, RuleInfo.Trait.PLAIN_YAML);
  public static final RuleInfo SINGLE_DATA_SOURCE =
      RuleInfo.error(
              Chapter.STORES, "single-data-source", "training data that is not exactly one store")
          .fix(FixKind.SAFE)
          .traits(RuleInfo.Trait.NESTING);
  public static final RuleInfo WRONG_TYPE =
      RuleInfo.error(
              Chapter.STRUCTURE, "wrong-type", "a value of another type than the format wants")
          .fix(FixKind.SAFE)
          .precedence(Precedence.TYPE)
          .traits(RuleInfo.Trait.NESTING);

  public static final RuleInfo UNKNOWN_KEY =
      RuleInfo.warning(Chapter.STRUCTURE, "unknown-key", "a key that means nothing in its place")
          .fix(FixKind.SAFE)
          .traits(RuleInfo.Trait.NESTING, RuleInfo.Trait.KEY_NAME);

  private SharedRules() {}
}
