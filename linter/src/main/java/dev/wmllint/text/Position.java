package dev.wmllint.text;

/**
 * A place in a text as editors count it.
 *
 * @param line from 0
 * @param column UTF-16 units from the start of the line, from 0
 */
public record Position(int line, int column) {}
