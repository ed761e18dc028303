package dev.wmllint;

import dev.wmllint.model.ModelDefinition;
import dev.wmllint.text.SourceText;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One manifest to look at.
 *
 * @param source its text
 * @param model the model definition that it is submitted with; empty when none is known, which
 *     silences what only the model definition can tell
 * @param besideManifest whether a path, relative to the manifest's folder, leads to a file there
 */
public record LintRequest(
    SourceText source, Optional<ModelDefinition> model, Predicate<String> besideManifest) {
  /** A text of which nothing else is known. */
  public static LintRequest of(SourceText source) {
    return of(source, Optional.empty());
  }

  /** A text, and the model definition that is submitted with it. */
  public static LintRequest of(SourceText source, Optional<ModelDefinition> model) {
    return new LintRequest(source, model, path -> false);
  }

  /** The same manifest with another text. */
  public LintRequest withSource(SourceText other) {
    return new LintRequest(other, model, besideManifest);
  }
}
