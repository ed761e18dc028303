/** Which findings are known already: a stable name for each, and a file of those names. */
package dev.wmllint.baseline;
