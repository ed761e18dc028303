/**
 * The format: {@code training-manifest.schema.json}, the only description of a training manifest,
 * and its reader. Knows nothing of YAML text, positions or rules.
 */
package dev.wmllint.schema;
