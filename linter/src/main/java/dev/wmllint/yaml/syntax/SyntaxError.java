package dev.wmllint.yaml.syntax;

import java.util.Optional;

/**
 * The parser's complaint, its marks as offsets.
 *
 * @param context what the parser was reading, in its words; may be empty
 * @param problem what it found there, in its words; may be empty
 */
public record SyntaxError(
    String context, Optional<Integer> contextAt, String problem, Optional<Integer> problemAt) {}
