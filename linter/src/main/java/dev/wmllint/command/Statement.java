package dev.wmllint.command;

/** A command, or several of them that run under one condition or in one shell of their own. */
public sealed interface Statement permits SimpleCommand, Compound {}
