package dev.wmllint.cli;

import dev.wmllint.LintConfig;
import dev.wmllint.LintRequest;
import dev.wmllint.LintResult;
import dev.wmllint.Linter;
import dev.wmllint.ModelFinder;
import dev.wmllint.config.FrameworkList;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.redact.Redactor;
import dev.wmllint.report.JsonReporter;
import dev.wmllint.report.Printable;
import dev.wmllint.report.Report;
import dev.wmllint.report.Reporter;
import dev.wmllint.report.TextReporter;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.YamlLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run over all files of the command line. */
final class LintRun {
  /** Nothing larger is read: the limit on text counts UTF-16 units, of 3 bytes at most. */
  private static final int MAX_BYTES = 3 * YamlLimits.DEFAULT.maxTextLength() + 4;

  private final Options options;
  private final Terminal terminal;
  private final List<Report.FileReport> files = new ArrayList<>();
  private final Set<Path> reportedModels = new HashSet<>();
  private int passedOver;
  private int exitCode = ExitCode.CLEAN;

  LintRun(Options options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  /** Looks at all files and writes the report; returns the exit code. */
  int run() throws UsageException {
    JobPlanner.Plan plan = JobPlanner.plan(options);
    plan.notes().forEach(this::say);
    plan.problems().forEach(problem -> fail(ExitCode.USAGE, problem));
    ManifestSchema schema = schema();
    Linter linter = new Linter(new LintConfig(schema, options.severities(), YamlLimits.DEFAULT));
    ModelFinder models = new ModelFinder(schema);
    for (Job job : plan.jobs()) {
      lintAlone(job, linter, models);
    }
    Report report = new Report(files, passedOver);
    // "No findings" would be a lie about files that could not be read.
    boolean nothingRead = files.isEmpty() && exitCode >= ExitCode.USAGE;
    reporter(!options.quiet() && !nothingRead).write(report, terminal.out());
    if (terminal.out().checkError()) {
      fail(ExitCode.USAGE, "cannot write the report");
    }
    boolean fails = options.failOn().map(report::reaches).orElse(false);
    return Math.max(exitCode, fails ? ExitCode.FINDINGS : ExitCode.CLEAN);
  }

  private void say(String words) {
    terminal.err().println("wml-lint: " + Printable.line(words));
  }

  private void fail(int code, String words) {
    say(words);
    exitCode = Math.max(exitCode, code);
  }

  /** A mistake of ours in one file must not cost the findings in the others. */
  private void lintAlone(Job job, Linter linter, ModelFinder models) {
    try {
      lint(job, linter, models);
    } catch (RuntimeException | StackOverflowError e) {
      fail(ExitCode.INTERNAL, "internal: " + job.name() + ": " + e.getClass().getName());
    }
  }

  private Reporter reporter(boolean summary) {
    return switch (options.format()) {
      case TEXT -> new TextReporter(options.colour(), summary);
      case JSON -> new JsonReporter();
    };
  }

  private ManifestSchema schema() throws UsageException {
    if (options.frameworks().isEmpty()) {
      return ManifestSchema.builtIn();
    }
    Path list = options.frameworks().get();
    try {
      String text = new String(readAll(list), StandardCharsets.UTF_8);
      Map<String, List<String>> table = FrameworkList.parse(text);
      if (table.isEmpty()) {
        throw new UsageException(
            "--frameworks: '" + list + "' holds no row of number, name and version");
      }
      return ManifestSchema.builtIn().withFrameworks(table);
    } catch (IOException e) {
      throw new UsageException("--frameworks: cannot read '" + list + "'");
    }
  }

  private void lint(Job job, Linter linter, ModelFinder models) {
    Optional<SourceText> source = read(job);
    if (source.isEmpty()) {
      return;
    }
    Path folder = folder(job);
    Optional<ModelDefinition> model = model(job, source.get(), folder, models);
    LintResult result =
        linter.lint(new LintRequest(source.get(), model, path -> ModelFinder.isFile(folder, path)));
    for (LintResult.Crash crash : result.crashes()) {
      String cause = crash.cause().getClass().getName();
      fail(
          ExitCode.INTERNAL,
          "internal: rule " + crash.rule() + " failed on " + source.get().name() + ": " + cause);
    }
    if (result.kind() != DocumentKind.MANIFEST && isPassedOver(job, result)) {
      passedOver++;
      return;
    }
    report(source.get(), model, result);
  }

  /** Files that nobody asked for by name, and that are no manifests. */
  private boolean isPassedOver(Job job, LintResult result) {
    if (!job.searched() && !options.skipOthers()) {
      return false;
    }
    boolean unread = result.document().isDamaged() || result.document().isRefused();
    boolean looksLikeOne = result.document().text().contains("model_definition");
    return !(unread && looksLikeOne);
  }

  private Optional<SourceText> read(Job job) {
    String name = job.isStdin() ? options.stdinName().orElse("<stdin>") : job.name();
    try {
      byte[] bytes =
          job.isStdin() ? terminal.in().readNBytes(MAX_BYTES) : readAll(Path.of(job.name()));
      return Optional.of(SourceText.decode(name, bytes));
    } catch (NoSuchFileException e) {
      fail(ExitCode.USAGE, "no such file: " + name);
    } catch (IOException | InvalidPathException e) {
      fail(ExitCode.USAGE, "cannot read " + name);
    }
    return Optional.empty();
  }

  private static byte[] readAll(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      return file.readNBytes(MAX_BYTES);
    }
  }

  private Path folder(Job job) {
    String name = job.isStdin() ? options.stdinName().orElse("") : job.name();
    try {
      Path parent = Path.of(name).getParent();
      return parent == null ? Path.of("") : parent;
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }

  private Optional<ModelDefinition> model(
      Job job, SourceText source, Path folder, ModelFinder models) {
    if (options.noModel()) {
      return Optional.empty();
    }
    return job.model().or(options::model).map(models::open).or(() -> models.find(source, folder));
  }

  private void report(SourceText source, Optional<ModelDefinition> model, LintResult result) {
    List<Diagnostic> ofManifest = new ArrayList<>();
    List<Diagnostic> ofModel = new ArrayList<>();
    // Where nothing is said, nothing needs masking: most manifests of a large run are such.
    boolean silent = result.diagnostics().isEmpty();
    Redactor redactor = silent ? Redactor.NONE : Redactor.of(result.document());
    for (Diagnostic diagnostic : result.diagnostics()) {
      Diagnostic redacted = redactor.redact(diagnostic);
      (diagnostic.span().isPresent() ? ofManifest : ofModel).add(redacted);
    }
    // The text of a manifest without findings is not needed any more: there may be thousands.
    SourceText kept = ofManifest.isEmpty() ? SourceText.of(source.name(), "") : source;
    files.add(
        new Report.ManifestReport(
            source.name(),
            kept,
            ofManifest.isEmpty() ? Redactor.NONE : redactor,
            model.map(LintRun::summary),
            ofManifest));
    if (!ofModel.isEmpty()
        && reportedModels.add(ModelFinder.identity(model.orElseThrow().path()))) {
      files.add(new Report.ModelReport(display(model.get()), ofModel));
    }
  }

  private static Report.ModelSummary summary(ModelDefinition model) {
    return new Report.ModelSummary(display(model), model.fileCount(), model.isReadable());
  }

  private static String display(ModelDefinition model) {
    String path = model.path().toString();
    return path.isEmpty() ? "." : path;
  }
}
