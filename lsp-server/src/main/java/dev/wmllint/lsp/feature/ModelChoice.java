package dev.wmllint.lsp.feature;

import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.suppress.Directive;
import java.util.Optional;

/** The choice of a model definition, as a comment in the manifest. */
public final class ModelChoice {
  private ModelChoice() {}

  /** Writes a choice into the manifest; empty where that cannot be, as in JSON. */
  public static Optional<Fix> write(DocumentSnapshot snapshot, String path) {
    boolean oneLine = !path.isBlank() && path.lines().count() == 1;
    if (!snapshot.isManifest() || snapshot.document().isJson() || !oneLine) {
      return Optional.empty();
    }
    String comment = "# wml-lint: model=" + path.strip();
    Edit edit =
        snapshot
            .modelDirective()
            .map(Directive::span)
            .map(span -> new Edit(span, comment))
            .orElseGet(() -> Edit.insert(0, comment + snapshot.document().source().lineEnd()));
    return Optional.of(Fix.safe("use " + path, edit));
  }
}
