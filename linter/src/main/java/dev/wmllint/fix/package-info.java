/** Corrections as data: the command line and the editor apply the very same edits. */
package dev.wmllint.fix;
