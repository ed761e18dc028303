/**
 * Text as lines and indents, read without the YAML parser: for text that is not well-formed, or not
 * yet.
 */
package dev.wmllint.yaml.lines;
