/** What the JVM is shown while it writes an archive of classes. Nothing else uses it. */
package dev.wmllint.lsp.training;
