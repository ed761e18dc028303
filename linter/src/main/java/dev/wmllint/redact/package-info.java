/** Keeps secrets out of everything that is put out. */
package dev.wmllint.redact;
