/**
 * Reads a manifest as it was meant where lines slipped: a key indented too far or too little, the
 * line of a key lost or pasted twice, marks of what it was copied from before each line.
 */
package dev.wmllint.layout;
