package dev.wmllint.bench;

import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How the time grows with the input: in proportion, or somebody has to look. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Sizes {

  /** A manifest of a length in characters. */
  @State(Scope.Benchmark)
  public static class Text {
    /** The last is just within the limit of 1 MiB. */
    @Param({"10000", "100000", "1000000"})
    public int characters;

    private final Linter linter = new Linter(LintConfig.DEFAULT);
    private LintRequest request;

    @Setup
    public void write() throws IOException {
      String text = Samples.ofLength(Files.readString(Samples.JOB), characters);
      request = LintRequest.of(SourceText.of("job.yaml", text));
    }
  }

  /** A model definition with a number of entries. */
  @State(Scope.Benchmark)
  public static class Zip {
    @Param({"100", "1000", "10000"})
    public int entries;

    private Path path;

    @Setup
    public void write() throws IOException {
      path = Files.createTempFile("wml-lint-bench", ".zip");
      try (OutputStream out = Files.newOutputStream(path);
          ZipOutputStream zip = new ZipOutputStream(out)) {
        for (int i = 0; i < entries; i++) {
          zip.putNextEntry(new ZipEntry("package_" + i % 100 + "/module_" + i + ".py"));
          zip.write(("VALUE = " + i + "\n").getBytes(StandardCharsets.UTF_8));
          zip.closeEntry();
        }
      }
    }

    @TearDown
    public void remove() throws IOException {
      Files.delete(path);
    }
  }

  @Benchmark
  public LintResult charactersOfAManifest(Text text) {
    return text.linter.lint(text.request);
  }

  @Benchmark
  public ModelDefinition entriesOfAZip(Zip zip) {
    return ModelDefinition.open(zip.path, ModelLimits.DEFAULT);
  }
}
