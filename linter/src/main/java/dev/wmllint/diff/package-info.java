/** What changed between two versions of a text, in the form that {@code patch} reads. */
package dev.wmllint.diff;
