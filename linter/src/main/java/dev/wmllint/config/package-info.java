/** What users hand over to change how the linter works. */
package dev.wmllint.config;
