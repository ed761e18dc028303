package dev.wmllint.diff;

/**
 * A line of a unified diff.
 *
 * @param text the line with its first char, without its {@code \n}; that of a line with the line
 *     end {@code \r\n} ends with {@code \r}
 */
public record DiffLine(Kind kind, String text) {
  public enum Kind {
    /** {@code --- a/job.yaml} or {@code +++ b/job.yaml}. */
    FILE,
    /** {@code @@ -1,3 +1,4 @@}. */
    HUNK,
    /** The line is in both versions. */
    CONTEXT,
    /** The line is in the older version only. */
    REMOVED,
    /** The line is in the newer version only. */
    ADDED,
    /** {@code \ No newline at end of file}. */
    NOTE
  }
}
