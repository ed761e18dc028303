/** The commands beside the linter: thin, each over a package that does the work. */
package dev.wmllint.subcommand;
