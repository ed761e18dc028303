/**
 * What a document means: which kind of document it is, and the manifest in it, with every key under
 * its present name.
 */
package dev.wmllint.manifest;
