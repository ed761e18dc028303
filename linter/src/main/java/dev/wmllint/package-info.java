/** The door: {@link dev.wmllint.Linter} is what the command line, the server and tests call. */
package dev.wmllint;
