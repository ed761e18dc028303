package dev.wmllint.yaml.syntax;

/**
 * What the mistake in a text may be.
 *
 * @param repair how to go on reading
 */
public record Candidate(Problem problem, Repair repair) {}
