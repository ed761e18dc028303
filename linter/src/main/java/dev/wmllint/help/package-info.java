/** Help, manual page and completion scripts, from the description of the command line. */
package dev.wmllint.help;
