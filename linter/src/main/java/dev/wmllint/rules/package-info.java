/** The checks: one class per rule, or per tight family of rules. */
package dev.wmllint.rules;
