package dev.wmllint.engine;

import dev.wmllint.manifest.Manifest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One manifest to look at.
 *
 * @param source its text
 * @param model the model definition that it is submitted with; empty when none is known, which
 *     silences what only the model definition can tell
 * @param besideManifest whether a path, relative to the manifest's folder, leads to a file there
 * @param document the same text, read already within the linter's limits; empty when nobody has
 *     read it yet
 * @param manifest the same under the present names of the linter's schema, if it was asked for
 *     already
 */
public record LintRequest(
    SourceText source,
    Optional<ModelDefinition> model,
    Predicate<String> besideManifest,
    Optional<ManifestDocument> document,
    Optional<Manifest> manifest) {
  /** A text that nobody has read yet. */
  public LintRequest(
      SourceText source, Optional<ModelDefinition> model, Predicate<String> besideManifest) {
    this(source, model, besideManifest, Optional.empty(), Optional.empty());
  }

  /** A text of which nothing else is known. */
  public static LintRequest of(SourceText source) {
    return of(source, Optional.empty());
  }

  /** A text, and the model definition that is submitted with it. */
  public static LintRequest of(SourceText source, Optional<ModelDefinition> model) {
    return new LintRequest(source, model, path -> false);
  }

  public LintRequest withSource(SourceText other) {
    return new LintRequest(other, model, besideManifest);
  }

  /** The same text, which has been read already within the linter's limits. */
  public LintRequest withDocument(ManifestDocument read) {
    return new LintRequest(
        read.source(), model, besideManifest, Optional.of(read), Optional.empty());
  }

  /** The same text, whose keys have been given their present names already. */
  public LintRequest withManifest(Optional<Manifest> named) {
    return new LintRequest(source, model, besideManifest, document, named);
  }

  public LintRequest withModel(Optional<ModelDefinition> other) {
    return new LintRequest(source, other, besideManifest, document, manifest);
  }
}
