/** Comments that silence findings: {@code # wml-lint: ignore[rule-id] reason}. */
package dev.wmllint.suppress;
