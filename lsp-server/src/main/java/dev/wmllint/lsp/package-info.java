/** The linter as a language server: its life, its documents, its diagnostics. */
package dev.wmllint.lsp;
