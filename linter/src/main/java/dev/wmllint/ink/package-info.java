/** Colours of a terminal. */
package dev.wmllint.ink;
