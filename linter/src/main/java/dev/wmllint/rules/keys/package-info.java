/** Rules about keys: unknown, renamed, duplicate, misplaced. */
package dev.wmllint.rules.keys;
