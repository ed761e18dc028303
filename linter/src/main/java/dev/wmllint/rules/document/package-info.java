/** Rules about the file as a whole and its YAML. */
package dev.wmllint.rules.document;
