package dev.wmllint.report;

import java.nio.file.Path;

/**
 * What users may set about a report; each format uses what makes sense in it.
 *
 * @param colour whether the output goes to a terminal that knows colours (text)
 * @param summary whether a line with the numbers ends the report (text)
 * @param statistics whether findings are counted by rule (text: instead of them; json: beside them)
 * @param version of wml-lint, for the formats that name their maker
 * @param folder the current folder, which relative paths start from; absolute
 */
public record ReportOptions(
    boolean colour, boolean summary, boolean statistics, String version, Path folder) {}
