/** JSON, put out. */
package dev.wmllint.json;
