/**
 * The help of each command, and the manual, from the same description of the command line that the
 * arguments are read by.
 */
package dev.wmllint.manual;
