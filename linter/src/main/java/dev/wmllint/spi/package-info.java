/** Where other modules hook in. */
package dev.wmllint.spi;
