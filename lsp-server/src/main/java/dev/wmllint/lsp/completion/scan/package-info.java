/**
 * From a text and an offset to what the cursor is in: {@code SiteScanner} reads the lines up to the
 * cursor, by indents and brackets, and knows what is open there. Nothing here knows the schema.
 */
package dev.wmllint.lsp.completion.scan;
