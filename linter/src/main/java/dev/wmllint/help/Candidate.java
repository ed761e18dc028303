package dev.wmllint.help;

/**
 * A word to offer.
 *
 * @param word as it is typed; it has no blank and needs no quoting
 * @param description half a sentence; empty where the word says it all
 */
record Candidate(String word, String description) {}
