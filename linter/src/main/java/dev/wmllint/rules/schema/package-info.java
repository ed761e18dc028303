/** Rules about values: what the schema says of them, and what it cannot say. */
package dev.wmllint.rules.schema;
