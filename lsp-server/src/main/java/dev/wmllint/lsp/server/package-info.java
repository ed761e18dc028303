/** The server's life: what comes in, what is done about it in which order, what goes out. */
package dev.wmllint.lsp.server;
