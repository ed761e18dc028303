package dev.wmllint.lsp.document;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.LintResult;
import dev.wmllint.model.ModelDefinition;
import java.util.List;
import java.util.Optional;

/**
 * What the linter says about one version of a document.
 *
 * @param manifest whether the document is one, finished or not, to whom asks for all of a folder
 * @param model the model definition that it was checked against
 * @param diagnostics the findings as they may leave the server: nothing secret in their words
 * @param crashes checks that failed
 */
public record CheckResult(
    boolean manifest,
    Optional<ModelDefinition> model,
    List<Diagnostic> diagnostics,
    List<LintResult.Crash> crashes) {
  public CheckResult {
    diagnostics = List.copyOf(diagnostics);
    crashes = List.copyOf(crashes);
  }
}
