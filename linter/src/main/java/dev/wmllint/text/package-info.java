/**
 * The only place that knows code points, UTF-16, line ends and byte order marks. Everybody else
 * counts in UTF-16 offsets from the start of {@link dev.wmllint.text.SourceText#text()}.
 */
package dev.wmllint.text;
