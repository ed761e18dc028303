/** Findings as text and as JSON. */
package dev.wmllint.report;
