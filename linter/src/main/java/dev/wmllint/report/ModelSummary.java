package dev.wmllint.report;

/**
 * A model definition in one line.
 *
 * @param path as given, or as found beside the manifest
 * @param readable whether its entries are known
 */
public record ModelSummary(String path, int files, boolean readable) {}
