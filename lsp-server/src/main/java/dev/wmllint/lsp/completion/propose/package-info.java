/**
 * What can be written at the cursor. Free of the protocol's types; all facts come from the schema.
 *
 * <p>{@code CursorLocator} and {@code LinePlaces} turn the cursor's site into places of the
 * manifest. The {@code …Proposals} ask the schema about each place, and {@code CompletionEdits}
 * writes the answer in the style around it.
 */
package dev.wmllint.lsp.completion.propose;
