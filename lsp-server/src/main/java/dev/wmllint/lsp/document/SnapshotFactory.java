package dev.wmllint.lsp.document;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.Linter;
import dev.wmllint.model.ModelDefinition;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes snapshots of documents under one state of the settings. Immutable: changed settings make
 * another one.
 *
 * @param settings of the client, for what lies in no folder that has its own
 * @param ofFolders those of single folders
 */
public record SnapshotFactory(
    PositionEncoding encoding,
    Configurations configurations,
    Function<LintConfig, Linter> linters,
    ModelCache models,
    Settings settings,
    Map<Path, Settings> ofFolders) {
  public SnapshotFactory {
    ofFolders = Map.copyOf(ofFolders);
  }

  /** The same under other settings. */
  SnapshotFactory with(Settings changed, Map<Path, Settings> changedOfFolders) {
    return new SnapshotFactory(
        encoding, configurations, linters, models, changed, changedOfFolders);
  }

  /** A document of which no earlier version is known. */
  public DocumentSnapshot of(OpenDocument document) {
    return of(document, List.of());
  }

  /**
   * A version of a document.
   *
   * @param findingsBefore what was last found in the version before this one
   */
  DocumentSnapshot of(OpenDocument document, List<Diagnostic> findingsBefore) {
    Optional<Path> file = DocumentUri.path(document.uri());
    Settings own = file.map(this::nearest).orElse(settings);
    Configurations.Project project = configurations.of(file);
    Map<RuleId, RuleSetting> severities = new HashMap<>(project.lint().rules());
    severities.putAll(own.severities());
    LintConfig lint = new LintConfig(project.lint().schema(), severities, project.lint().limits());
    DocumentSnapshot.Setup setup = new DocumentSnapshot.Setup(file, project, lint, own);
    return new DocumentSnapshot(document, setup, models, linters.apply(lint), findingsBefore);
  }

  /**
   * A file that is not open, taken for a manifest.
   *
   * @throws IOException when it cannot be read
   */
  public DocumentSnapshot ofFile(Path file) throws IOException {
    int maxBytes = configurations.of(Optional.of(file)).config().limits().yaml().maxBytes();
    return of(OpenDocument.read(file, maxBytes, encoding));
  }

  /** The model definition at a path, within the limits of the configuration of its folder. */
  ModelDefinition model(Path path) {
    return models.open(path, configurations.of(Optional.of(path)).config().limits().model());
  }

  /** Those of the innermost folder that holds the file. */
  private Settings nearest(Path file) {
    for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
      if (ofFolders.containsKey(folder)) {
        return ofFolders.get(folder);
      }
    }
    return settings;
  }
}
