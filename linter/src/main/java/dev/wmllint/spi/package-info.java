/** What a sub-command is and works with, in whatever module it stands. */
package dev.wmllint.spi;
