/** Builds the image: runtime, jars, archive of classes, launchers, tarball. Not part of it. */
package dev.wmllint.dist;
