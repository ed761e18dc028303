/** The command line: a thin room at the linter's door. */
package dev.wmllint.cli;
