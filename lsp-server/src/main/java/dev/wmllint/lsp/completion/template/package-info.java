/**
 * What to insert at a place of the manifest: the schema's snippets, completed by what the manifest
 * already says, and written as blocks, in flow style or as JSON.
 */
package dev.wmllint.lsp.completion.template;
