package dev.wmllint.help;

/**
 * A word of the command line, and what it means.
 *
 * @param term as it is typed, with the labels of its values in capitals
 * @param text running text in one line
 */
public record ManualEntry(String term, String text) {}
