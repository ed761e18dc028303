package dev.wmllint.help;

/**
 * The value of an option, or what stands on the command line without one.
 *
 * @param label what the help calls it
 * @param many whether there may be several
 */
record Argument(String label, Value value, boolean many) {}
