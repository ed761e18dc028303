package dev.wmllint.config;

import dev.wmllint.file.Glob;

/**
 * Names the model definition of the manifests that a pattern matches.
 *
 * @param model a path as it is written, from the configuration's folder on
 */
public record ModelMapping(Glob manifests, String model) {}
