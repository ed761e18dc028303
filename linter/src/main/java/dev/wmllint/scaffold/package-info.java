/**
 * Makes a new manifest from answers, the schema and the programs in a folder. Asks nobody and
 * prints nothing: the command line and editors do.
 */
package dev.wmllint.scaffold;
