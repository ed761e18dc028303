package dev.wmllint.command;

/**
 * {@code NAME=value} before a command or in place of one.
 *
 * @param value after the equals sign; a word without parts when there is none
 */
public record Assignment(String name, Word value) {}
