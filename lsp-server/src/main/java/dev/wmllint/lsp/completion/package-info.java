/**
 * What can be written at the cursor. Free of the protocol's types; all facts come from the schema.
 *
 * <p>In three steps, each of which knows nothing of the next: {@code SiteScanner} reads the text up
 * to the cursor by lines, indents and brackets, and tells what is open there. {@code CursorLocator}
 * and {@code LinePlaces} turn that into places of the manifest, with the help of the linter's own
 * reading of the rest. The {@code …Proposals} ask the schema about each place, and {@code
 * CompletionEdits} writes the answer in the style around it.
 */
package dev.wmllint.lsp.completion;
