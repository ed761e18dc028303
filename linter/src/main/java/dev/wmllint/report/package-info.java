/** Findings as people and programs want them: {@link dev.wmllint.report.Format} lists how. */
package dev.wmllint.report;
