package dev.wmllint.command;

import dev.wmllint.text.Message;
import dev.wmllint.text.Span;

/**
 * A place that the shell refuses.
 *
 * @param span the smallest thing that must be touched: the opening quote, the operator
 * @param message what is wrong
 * @param help what would be right
 */
public record SyntaxProblem(Span span, Message message, Message help) {}
