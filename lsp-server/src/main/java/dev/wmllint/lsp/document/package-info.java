/** Open documents and what is known about them: immutable snapshots, settings, positions. */
package dev.wmllint.lsp.document;
