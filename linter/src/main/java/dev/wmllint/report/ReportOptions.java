package dev.wmllint.report;

import java.time.Instant;

/**
 * What users may set about a report; each format uses what makes sense in it.
 *
 * @param colour whether the output goes to a terminal that knows colours (text)
 * @param summary whether a line with the numbers ends the report (text)
 * @param statistics whether findings are counted by rule (text: instead of them; json: beside them)
 * @param version of wml-lint, for the formats that name their maker
 * @param root what paths start from (sarif, github, gitlab)
 * @param namesRun whether the run has a name (sarif): GitHub takes that of the upload only where
 *     the report has none
 * @param time of the run (junit)
 */
public record ReportOptions(
    boolean colour,
    boolean summary,
    boolean statistics,
    String version,
    ReportRoot root,
    boolean namesRun,
    Instant time) {}
