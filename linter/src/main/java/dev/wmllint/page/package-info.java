/** What is written about the rules: the list of them all, and a page for each. */
package dev.wmllint.page;
