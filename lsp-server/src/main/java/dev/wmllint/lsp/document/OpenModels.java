package dev.wmllint.lsp.document;

import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.model.ModelDefinition;
import java.nio.file.Path;
import java.util.List;

/**
 * The model definitions of a workspace, as its manifests have them.
 *
 * @param shown the documents that are open
 */
public record OpenModels(SnapshotFactory snapshots, List<DocumentSnapshot> shown) {
  public OpenModels {
    shown = List.copyOf(shown);
  }

  /** On the owner thread; what it makes may go anywhere. */
  public static OpenModels of(Workspace workspace) {
    return new OpenModels(workspace.snapshots(), workspace.all());
  }

  /**
   * The model definition at a path, within the limits of a manifest that has it: else what is found
   * in it from there would not be found again. Where no open one has it, its own folder's
   * configuration tells.
   */
  public ModelDefinition open(Path path) {
    Path identity = ModelFinder.identity(path);
    return shown.stream()
        .flatMap(snapshot -> snapshot.model().stream())
        .filter(model -> ModelFinder.identity(model.path()).equals(identity))
        .findFirst()
        .orElseGet(() -> snapshots.model(path));
  }
}
