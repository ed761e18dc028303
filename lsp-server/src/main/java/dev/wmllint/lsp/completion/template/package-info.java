/**
 * What to insert at a place of the manifest: the schema's snippets, completed by what the manifest
 * already says.
 */
package dev.wmllint.lsp.completion.template;
