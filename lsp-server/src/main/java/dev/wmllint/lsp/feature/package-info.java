/** One handler for each feature of the protocol. */
package dev.wmllint.lsp.feature;
