package dev.wmllint.rule;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;

/**
 * A rule's entry in the catalogue.
 *
 * @param id its stable name
 * @param severity how bad its findings are unless configured otherwise; single findings may differ
 * @param fix whether it offers corrections
 * @param needsModel whether it looks at the model definition, so that it is silent without one
 * @param summary one line for lists: what it finds
 */
public record RuleInfo(
    RuleId id, Severity severity, FixKind fix, boolean needsModel, String summary) {
  public static RuleInfo error(String id, FixKind fix, String summary) {
    return new RuleInfo(new RuleId(id), Severity.ERROR, fix, false, summary);
  }

  public static RuleInfo warning(String id, FixKind fix, String summary) {
    return new RuleInfo(new RuleId(id), Severity.WARNING, fix, false, summary);
  }

  public static RuleInfo info(String id, FixKind fix, String summary) {
    return new RuleInfo(new RuleId(id), Severity.INFO, fix, false, summary);
  }

  /** The same rule, silent where no model definition is known. */
  public RuleInfo ofModel() {
    return new RuleInfo(id, severity, fix, true, summary);
  }
}
