/**
 * Makes a new manifest from answers, the schema and the programs in a folder. Does not ask or
 * print: the command line and editors do.
 */
package dev.wmllint.scaffold;
