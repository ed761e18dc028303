package dev.wmllint.report;

/**
 * What a run did beside finding.
 *
 * @param passedOver files that are not manifests and were not named by the user
 * @param known findings that are not shown because they are in the baseline
 * @param stale findings of the baseline that no longer occur
 * @param failures files that could not be read and rules that failed: the report is not complete
 */
public record RunNumbers(int passedOver, int fixed, int known, int stale, int failures) {
  public static final RunNumbers NONE = new RunNumbers(0, 0, 0, 0, 0);
}
