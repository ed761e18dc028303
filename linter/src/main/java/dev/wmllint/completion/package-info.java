/**
 * Scripts with which shells complete the command line, made from the command line's own
 * description: they run without calling the program, which would take longer than a key press.
 */
package dev.wmllint.completion;
