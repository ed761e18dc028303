package dev.wmllint.pack;

/**
 * A file in the zip.
 *
 * @param name its path from the root, {@code /} between the parts
 * @param size in bytes
 * @param executable whether it can be started by its name
 */
public record PackedFile(String name, long size, boolean executable) {}
