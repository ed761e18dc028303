package dev.wmllint.command;

/**
 * A command, several of them that run under one condition or in one shell of their own, or the
 * definition of a function.
 */
public sealed interface Statement permits SimpleCommand, Compound, FunctionDefinition {}
