/**
 * The door: {@link dev.wmllint.engine.Linter} is what the command line, the server and tests call.
 */
package dev.wmllint.engine;
