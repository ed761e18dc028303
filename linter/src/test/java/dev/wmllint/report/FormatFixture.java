package dev.wmllint.report;

import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A manifest under {@code testdata/format}. Beside {@code NAME.yaml}, {@code NAME.properties} may
 * say under which {@code path} it is reported, the entries of its {@code model} definition, and the
 * {@code modelPath} of that.
 */
record FormatFixture(Path file) {
  private static final Path FOLDER = Path.of("src/test/resources/testdata/format");

  /** The rules that run: a new rule does not change what the formats are tested with. */
  private static final Set<String> RULES =
      Set.of(
          "command-file-missing",
          "duplicate-key",
          "empty-manifest",
          "empty-value",
          "invalid-bucket-name",
          "legacy-key",
          "literal-credential",
          "missing-key",
          "model-duplicate-entry",
          "model-empty",
          "model-junk",
          "model-unsafe-entry",
          "not-a-training-manifest",
          "shared-bucket",
          "single-data-source",
          "unknown-key",
          "unknown-variable",
          "unsupported-framework-version",
          "unsupported-resource",
          "wrong-type",
          "yaml-syntax");

  static final LintConfig CONFIG =
      new LintConfig(
          LintConfig.DEFAULT.schema(),
          RuleRegistry.catalogue().stream()
              .map(RuleInfo::id)
              .filter(id -> !RULES.contains(id.value()))
              .collect(Collectors.toMap(id -> id, id -> RuleSetting.OFF)),
          LintConfig.DEFAULT.limits());

  static List<FormatFixture> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(FormatFixture::new)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String name() {
    return file.getFileName().toString().replaceFirst("\\.yaml$", "");
  }

  Path expected(Format format) {
    return file.resolveSibling(name() + "." + format.label());
  }

  /** The findings; a folder is needed for the zip. */
  Report report(Path folder) throws IOException {
    Properties properties = new Properties();
    Path sidecar = file.resolveSibling(name() + ".properties");
    if (Files.exists(sidecar)) {
      try (Reader reader = Files.newBufferedReader(sidecar)) {
        properties.load(reader);
      }
    }
    SourceText source =
        SourceText.decode(
            properties.getProperty("path", name() + ".yaml"), Files.readAllBytes(file));
    Optional<ModelDefinition> model = Optional.empty();
    if (properties.containsKey("model")) {
      Path zip = zip(folder.resolve("m.zip"), properties.getProperty("model"));
      model = Optional.of(ModelDefinition.open(zip, ModelLimits.DEFAULT));
    }
    return Reports.of(source, model, properties.getProperty("modelPath", "tf-model.zip"));
  }

  private static Path zip(Path path, String entries) throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(path), StandardCharsets.UTF_8)) {
      for (String entry : entries.strip().split(" ", -1)) {
        zip.putNextEntry(new ZipEntry(entry.isEmpty() ? "folder/" : entry));
        zip.closeEntry();
      }
    }
    return path;
  }

  @Override
  public String toString() {
    return name();
  }
}
