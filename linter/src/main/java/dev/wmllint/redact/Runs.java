package dev.wmllint.redact;

/**
 * Where a run of chars ends. It remembers the last run, so that asking at each place of a long one
 * costs no more than reading it once.
 */
final class Runs {
  private final String text;
  private final String stops;
  private int start;
  private int end;
  private int limit;

  /**
   * Prepares to read.
   *
   * @param stops the chars that end a run
   */
  Runs(String text, String stops) {
    this.text = text;
    this.stops = stops;
  }

  /** The first stop at or after {@code from}, or {@code limit}. */
  int end(int from, int limit) {
    if (from < start || from >= end || limit != this.limit) {
      start = from;
      this.limit = limit;
      end = from;
      while (end < limit && stops.indexOf(text.charAt(end)) < 0) {
        end++;
      }
    }
    return end;
  }
}
