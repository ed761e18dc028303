package dev.wmllint.pack;

/**
 * What is in the folder and not in the zip. Of a folder that was left out nothing else is said.
 *
 * @param name its path from the folder, {@code /} between the parts, and at the end of a folder
 * @param reason why, as half a sentence
 */
public record LeftOut(String name, String reason) {}
