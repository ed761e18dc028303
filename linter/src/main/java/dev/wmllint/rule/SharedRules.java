package dev.wmllint.rule;

/** The rules that several classes report, which need not know one another for that. */
public final class SharedRules {
  public static final RuleInfo DUPLICATE_KEY =
      RuleInfo.error("duplicate-key", FixKind.UNSAFE, "a key that is given twice in one mapping");
  public static final RuleInfo SINGLE_DATA_SOURCE =
      RuleInfo.error(
          "single-data-source", FixKind.SAFE, "training data that is not exactly one store");
  public static final RuleInfo WRONG_TYPE =
      RuleInfo.error("wrong-type", FixKind.SAFE, "a value of another type than the format wants");

  private SharedRules() {}
}
