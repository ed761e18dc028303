/** Finding files: manifests in folders, and the model definition of a manifest. */
package dev.wmllint.discovery;
