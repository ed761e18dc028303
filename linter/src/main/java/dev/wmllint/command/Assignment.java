package dev.wmllint.command;

import dev.wmllint.text.Span;

/**
 * {@code NAME=value} before a command or in place of one.
 *
 * @param nameSpan the name alone
 * @param value behind the equals sign; a word without parts when nothing stands there
 */
public record Assignment(String name, Span nameSpan, Word value) {}
