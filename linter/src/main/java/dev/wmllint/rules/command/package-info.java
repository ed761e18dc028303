/** Rules about the shell command and the files that it needs. */
package dev.wmllint.rules.command;
