/** Rules about the model definition itself. */
package dev.wmllint.rules.model;
