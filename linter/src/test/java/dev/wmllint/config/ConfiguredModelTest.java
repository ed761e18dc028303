package dev.wmllint.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wmllint.cli.Cli;
import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.YamlLimits;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which model definition counts: a comment, then the configuration, then what stands beside. */
class ConfiguredModelTest {
  private static final String MANIFEST =
      """
      model_definition:
        framework: {name: tensorflow, version: 1.2-py3}
        execution: {command: python3 train.py, resource: small}
      """;

  @TempDir Path folder;
  private final ModelFinder models = new ModelFinder(ManifestSchema.builtIn(), ModelLimits.DEFAULT);

  @BeforeEach
  void prepare() {
    Cli files = new Cli(folder);
    files.zip("beside.zip", "train.py");
    files.zip("build/configured.zip", "train.py");
    files.zip("named.zip.old", "train.py");
  }

  private static ManifestDocument read(String manifest, YamlLimits limits) {
    return ManifestDocument.parse(SourceText.of("job.yaml", manifest), limits);
  }

  private Optional<Path> found(String manifest, Optional<Path> configured) {
    return find(models, read(manifest, YamlLimits.DEFAULT), () -> configured)
        .map(ModelDefinition::path);
  }

  private Optional<ModelDefinition> find(
      ModelFinder finder, ManifestDocument document, Supplier<Optional<Path>> configured) {
    return finder.find(document, finder.manifest(document), folder, configured);
  }

  @Test
  void theConfigurationComesBeforeWhatStandsBeside() {
    Path configured = folder.resolve("build/configured.zip");
    assertEquals(Optional.of(configured), found(MANIFEST, Optional.of(configured)));
    assertEquals(Optional.of(folder.resolve("beside.zip")), found(MANIFEST, Optional.empty()));
    assertEquals(Optional.of(configured), found("- no mapping", Optional.of(configured)));
  }

  @Test
  void aCommentComesBeforeTheConfigurationWhichIsNotAsked() {
    AtomicBoolean asked = new AtomicBoolean();
    String manifest = "# wml-lint: model=named.zip.old\n" + MANIFEST;
    Optional<ModelDefinition> model =
        find(
            models,
            read(manifest, YamlLimits.DEFAULT),
            () -> {
              asked.set(true);
              return Optional.empty();
            });
    assertEquals(Optional.of(folder.resolve("named.zip.old")), model.map(ModelDefinition::path));
    assertFalse(asked.get());
  }

  @Test
  void whatIsConfiguredNeedNotBeThere() {
    Path none = folder.resolve("none.zip");
    ModelDefinition model =
        find(models, read(MANIFEST, YamlLimits.DEFAULT), () -> Optional.of(none)).orElseThrow();
    assertFalse(model.isReadable());
    assertEquals("model-not-found", model.faults().get(0).rule().value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"//host/share/m.zip", "\\\\host\\share\\m.zip", "../x.zip", "/dev/zero"})
  void whatACommentMustNotNameIsNotOpened(String path) {
    String manifest = "# wml-lint: model=" + path + "\n" + MANIFEST;
    ModelFinder careful =
        new ModelFinder(
            ManifestSchema.builtIn(),
            opened -> {
              throw new AssertionError(opened);
            });
    ModelDefinition model =
        find(careful, read(manifest, YamlLimits.DEFAULT), Optional::empty).orElseThrow();
    assertTrue(model.isRefused() && !model.isReadable());
    assertTrue(model.faults().get(0).message().startsWith("model definition leads "));
  }

  @Test
  void limitsReachTheSearch() {
    ModelLimits none = new ModelLimits(0, 1, 1, 1, 1);
    ModelFinder strict = new ModelFinder(ManifestSchema.builtIn(), none);
    assertEquals(
        Optional.empty(), find(strict, read(MANIFEST, YamlLimits.DEFAULT), Optional::empty));
    assertEquals(
        "model-limits", strict.open(folder.resolve("beside.zip")).faults().get(0).rule().value());
    YamlLimits shortest = new YamlLimits(10, 10, 10);
    assertEquals(Optional.empty(), find(models, read(MANIFEST, shortest), Optional::empty));
  }
}
