package dev.wmllint.lsp.feature;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.YamlEdits;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;

/**
 * Where a value is not one of those that the format allows: each of them, as a fix that the user
 * chooses. {@code --fix} has only the one that is most likely meant.
 */
final class OtherValues {
  /** More would push everything else out of sight. */
  private static final int MAX = 10;

  private final DocumentSnapshot snapshot;

  OtherValues(DocumentSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The values that a finding has no fix for; empty where the finding is about no such value. */
  List<Fix> of(Diagnostic finding) {
    Optional<Manifest> manifest = snapshot.manifest();
    Optional<DocPath> path =
        finding.span().flatMap(span -> snapshot.places().flatMap(at -> at.pathAt(span.start())));
    List<String> allowed =
        path.flatMap(snapshot::schemaAt).map(node -> node.enumValues()).orElse(List.of());
    if (allowed.isEmpty() || allowed.size() > MAX || manifest.isEmpty()) {
      return List.of(); // of thousands of findings most are about something else
    }
    YamlEdits edits = new YamlEdits(snapshot.tree());
    return path.flatMap(at -> NodeLocator.nodeAt(manifest.get().root(), at))
        .filter(ScalarNode.class::isInstance)
        .map(ScalarNode.class::cast)
        .filter(scalar -> !allowed.contains(scalar.value()) && isAbout(finding, scalar.span()))
        .map(
            scalar ->
                allowed.stream()
                    .map(value -> Fix.unsafe("use " + value, edits.replaceScalar(scalar, value)))
                    .filter(fix -> finding.fixes().stream().noneMatch(known -> isSame(known, fix)))
                    .toList())
        .orElse(List.of());
  }

  private static boolean isAbout(Diagnostic finding, Span value) {
    return finding.span().filter(value::contains).isPresent();
  }

  private static boolean isSame(Fix one, Fix other) {
    return one.edits().equals(other.edits());
  }
}
