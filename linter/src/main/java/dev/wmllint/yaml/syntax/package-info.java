/** What is wrong with text that cannot be read as YAML, and how to read the rest of it. */
package dev.wmllint.yaml.syntax;
