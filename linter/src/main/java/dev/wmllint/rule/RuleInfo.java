package dev.wmllint.rule;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import java.util.Set;

/**
 * All that is known about a rule beside its check and its page.
 *
 * @param id its stable name
 * @param chapter where the documents list it
 * @param severity how bad its findings are unless configured otherwise; single findings may differ
 * @param fix whether it offers corrections
 * @param summary one line for lists: what it finds
 * @param needsModel whether it looks at the model definition, so that it is silent without one
 * @param precedence which finding is kept where several are about one value
 * @param traits what else the parts around a rule need to know of its findings
 */
public record RuleInfo(
    RuleId id,
    Chapter chapter,
    Severity severity,
    FixKind fix,
    String summary,
    boolean needsModel,
    Precedence precedence,
    Set<Trait> traits) {

  /** What a finding can be about, or do to its place. */
  public enum Trait {
    /** The nesting of keys, which is a guess where tabs indent. */
    NESTING,
    /** The name of a key: right or wrong wherever the key is. */
    KEY_NAME,
    /** A value that is still to be filled in, as a fix that inserts may leave it. */
    TO_FILL_IN,
    /** YAML in general: any YAML server reports it too. */
    PLAIN_YAML,
    /** Shown struck through in editors. */
    DEPRECATED,
    /** Shown faded in editors. */
    UNNECESSARY
  }

  public RuleInfo {
    traits = Set.copyOf(traits);
  }

  public static RuleInfo error(Chapter chapter, String id, String summary) {
    return of(chapter, id, Severity.ERROR, summary);
  }

  public static RuleInfo warning(Chapter chapter, String id, String summary) {
    return of(chapter, id, Severity.WARNING, summary);
  }

  public static RuleInfo info(Chapter chapter, String id, String summary) {
    return of(chapter, id, Severity.INFO, summary);
  }

  private static RuleInfo of(Chapter chapter, String id, Severity severity, String summary) {
    return new RuleInfo(
        new RuleId(id), chapter, severity, FixKind.NONE, summary, false, Precedence.NONE, Set.of());
  }

  /** The same rule, with corrections. */
  public RuleInfo fix(FixKind other) {
    return new RuleInfo(id, chapter, severity, other, summary, needsModel, precedence, traits);
  }

  /** The same rule, silent where no model definition is known. */
  public RuleInfo ofModel() {
    return new RuleInfo(id, chapter, severity, fix, summary, true, precedence, traits);
  }

  /** The same rule, with its rank among findings on one value. */
  public RuleInfo precedence(Precedence other) {
    return new RuleInfo(id, chapter, severity, fix, summary, needsModel, other, traits);
  }

  /** The same rule with all of its traits. */
  public RuleInfo traits(Trait... all) {
    return new RuleInfo(id, chapter, severity, fix, summary, needsModel, precedence, Set.of(all));
  }

  public boolean is(Trait trait) {
    return traits.contains(trait);
  }
}
