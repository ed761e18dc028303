/**
 * What a rule is, and what it is given. A rule says what is wrong with which node; the framework
 * knows where that stands in the file, and what becomes of the finding.
 */
package dev.wmllint.rule;
