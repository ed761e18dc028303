/** Patterns for paths, and writing files so that a reader never sees half of one. */
package dev.wmllint.file;
