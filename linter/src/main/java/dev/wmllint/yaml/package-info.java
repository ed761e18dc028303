/**
 * YAML text to a tree of nodes with exact spans. Broken text gives a tree too: of the parts that
 * could be read. Nothing here knows what a training manifest is.
 */
package dev.wmllint.yaml;
