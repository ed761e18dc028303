package dev.wmllint.report;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.redact.Redactor;
import dev.wmllint.text.SourceText;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reports as a run of the program makes them, from texts instead of files. */
final class Reports {
  private static final Linter LINTER = new Linter(FormatFixture.CONFIG);

  /** The current one, and the repository's. */
  static final Path FOLDER = Path.of("/home/ada").toAbsolutePath();

  private Reports() {}

  /** A manifest without a model definition. */
  static Report of(String path, String text) {
    return of(SourceText.of(path, text), Optional.empty(), "");
  }

  /**
   * A manifest, and a model definition that has a report of its own when it has faults.
   *
   * @param modelPath as it is shown
   */
  static Report of(SourceText source, Optional<ModelDefinition> model, String modelPath) {
    LintRequest request = LintRequest.of(source, model);
    LintResult result = LINTER.lint(request);
    Redactor redactor = Redactor.of(result.document());
    List<Diagnostic> ofManifest = new ArrayList<>();
    List<Diagnostic> ofModel = new ArrayList<>();
    List<Diagnostic> redacted = redactor.redact(result.diagnostics());
    for (Diagnostic diagnostic : redacted) {
      (diagnostic.span().isPresent() ? ofManifest : ofModel).add(diagnostic);
    }
    List<FileResult> files = new ArrayList<>();
    files.add(
        new FileResult(
            source.name(),
            Optional.of(source),
            redactor,
            model.map(m -> new ModelSummary(modelPath, m.fileCount(), m.isReadable())),
            List.of(),
            ofManifest,
            rule -> true));
    if (!ofModel.isEmpty()) {
      files.add(FileResult.ofModel(modelPath, ofModel, rule -> true));
    }
    return new Report(files, RunNumbers.NONE);
  }

  static String write(Format format, Report report) {
    return write(format, report, false);
  }

  static String write(Format format, Report report, boolean statistics) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8)) {
      report.writeTo(reporter(format, statistics, out));
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  static Reporter reporter(Format format, boolean statistics, PrintStream out) {
    ReportRoot root = new ReportRoot(FOLDER, FOLDER);
    Instant time = Instant.parse("2017-11-30T12:00:00.5Z");
    return format.reporter(
        new ReportOptions(false, true, statistics, "1.2.3", root, true, time), out);
  }
}
