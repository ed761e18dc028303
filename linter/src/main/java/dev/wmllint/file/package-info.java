/** Finding files, and writing them so that nobody ever sees half of one. */
package dev.wmllint.file;
