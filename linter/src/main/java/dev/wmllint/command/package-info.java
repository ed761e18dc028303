/**
 * The shell language of {@code execution.command}, as far as a linter needs it: words with their
 * places ({@link dev.wmllint.command.ShellCommand}) and what they run, from which folder ({@link
 * dev.wmllint.command.CommandAnalysis}). Works on the command's text alone: every {@link
 * dev.wmllint.text.Span} here counts UTF-16 units of that text, not of the file around it.
 *
 * <p>The language is POSIX.1-2017, Shell Command Language, with what people use of bash. Everything
 * is linear in the text's length, nothing throws, and legal shell never yields a problem.
 */
package dev.wmllint.command;
