/** What the linter says: plain data, free of any editor's or report's types. */
package dev.wmllint.diagnostic;
