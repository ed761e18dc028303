/**
 * The configuration, {@code .wml-lint.yaml}: found, read, shown and edited. It depends on no
 * caller: the command line and the editor ask it which settings are in force for a manifest.
 */
package dev.wmllint.config;
