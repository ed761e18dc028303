package dev.wmllint.rules.document;

import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.NodeLocator;

/** A document of another kind gets one finding that says what it is, not forty. */
public final class NotATrainingManifest {
  public static final RuleInfo NOT_A_TRAINING_MANIFEST =
      RuleInfo.error(
          Chapter.YAML, "not-a-training-manifest", "a document that is not a training manifest");

  private NotATrainingManifest() {}

  /** Reports the kind, at the document's first key. */
  public static void report(RuleContext context, DocumentKind kind) {
    Span place =
        context
            .document()
            .root()
            .flatMap(root -> NodeLocator.handleOf(root, DocPath.ROOT))
            .orElse(Span.at(0));
    context
        .finding(NOT_A_TRAINING_MANIFEST, "this is " + kind.words())
        .help("a training manifest has model_definition at its top level")
        .at(place);
  }
}
