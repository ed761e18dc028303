package dev.wmllint.bench;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.lsp.completion.propose.CompletionEngine;
import dev.wmllint.lsp.completion.propose.CompletionRequest;
import dev.wmllint.lsp.completion.propose.Proposal;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaProblem;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.YamlLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;

/** Each part of a check alone, on the manifest of sixty lines. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Parts {
  private final ManifestSchema schema = ManifestSchema.builtIn();
  private final Linter linter = new Linter(LintConfig.DEFAULT);
  private final CompletionEngine completion = new CompletionEngine(LintConfig.DEFAULT);

  private SourceText job;
  private SourceText broken;
  private ManifestDocument document;
  private CompletionRequest request;
  private LintRequest alone;
  private LintRequest submitted;

  /** Reads the texts; the working folder is the root of the sources. */
  @Setup
  public void read() throws IOException {
    String text = Files.readString(Samples.JOB);
    job = SourceText.of("job.yaml", text);
    broken =
        SourceText.of("job.yaml", text.replace("    name: tensorflow", "    name: 'tensorflow"));
    document = ManifestDocument.parse(job, YamlLimits.DEFAULT);
    int cursor = text.indexOf("small") + 2;
    CompletionRequest.Client editor = CompletionRequest.Client.FULL;
    request = new CompletionRequest(job, cursor, true, editor, List::of, List::of, List::of);
    alone = LintRequest.of(job);
    submitted =
        LintRequest.of(job, Optional.of(ModelDefinition.open(Samples.MODEL, ModelLimits.DEFAULT)));
  }

  /** What any parser costs: the events of snakeyaml-engine, thrown away. */
  @Benchmark
  public void parserEvents(Blackhole hole) {
    new Parse(LoadSettings.builder().build()).parseString(job.text()).forEach(hole::consume);
  }

  /** The tree with its positions. */
  @Benchmark
  public ManifestDocument parse() {
    return ManifestDocument.parse(job, YamlLimits.DEFAULT);
  }

  /** A text with an open quote: read again, and by the outline. */
  @Benchmark
  public ManifestDocument outline() {
    return ManifestDocument.parse(broken, YamlLimits.DEFAULT);
  }

  /** The JSON Schema over what was parsed. */
  @Benchmark
  public List<SchemaProblem> schema() {
    MappingNode root = (MappingNode) document.root().orElseThrow();
    return schema.validate(Manifest.of(root, schema).instance());
  }

  /** Everything that can be said without the model definition. */
  @Benchmark
  public LintResult lint() {
    return linter.lint(alone);
  }

  /** Everything, the model definition being read already. */
  @Benchmark
  public LintResult lintWithModelDefinition() {
    return linter.lint(submitted);
  }

  @Benchmark
  public List<Proposal> completion() {
    return completion.complete(request);
  }
}
