package dev.wmllint.report;

/**
 * What a run did beside finding.
 *
 * @param passedOver files that are no manifests, and were not asked for by name
 * @param fixed findings that are gone because the run mended them
 * @param known findings that are not shown because the baseline knows them
 * @param stale findings of the baseline that are no longer there
 * @param failures files that could not be read and rules that failed: what is said of them is not
 *     complete
 */
public record RunNumbers(int passedOver, int fixed, int known, int stale, int failures) {
  /** A run with nothing to say about itself. */
  public static final RunNumbers NONE = new RunNumbers(0, 0, 0, 0, 0);

  public RunNumbers withPassedOver(int number) {
    return new RunNumbers(number, fixed, known, stale, failures);
  }

  public RunNumbers withFixed(int number) {
    return new RunNumbers(passedOver, number, known, stale, failures);
  }

  /** What a comparison with a baseline gave. */
  public RunNumbers withBaseline(int knownNumber, int staleNumber) {
    return new RunNumbers(passedOver, fixed, knownNumber, staleNumber, failures);
  }

  public RunNumbers withFailures(int number) {
    return new RunNumbers(passedOver, fixed, known, stale, number);
  }
}
