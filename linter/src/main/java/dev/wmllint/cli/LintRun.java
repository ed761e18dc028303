package dev.wmllint.cli;

import dev.wmllint.LintRequest;
import dev.wmllint.LintResult;
import dev.wmllint.Linter;
import dev.wmllint.ModelFinder;
import dev.wmllint.baseline.Baseline;
import dev.wmllint.baseline.BaselineException;
import dev.wmllint.baseline.BaselineRun;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.file.AtomicFile;
import dev.wmllint.file.CannotWriteException;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.redact.Redactor;
import dev.wmllint.report.Report;
import dev.wmllint.report.RunNumbers;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.SourceText;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One run over all files of the command line. */
final class LintRun {
  private final Options options;
  private final Terminal terminal;
  private final String version;
  private final Outcome outcome;
  private final Workplaces workplaces;
  private final Optional<ManifestFixer> fixer;
  private final Optional<BaselineRun> baseline;
  private final List<Report.FileReport> files = new ArrayList<>();
  private final Set<Path> reportedModels = new HashSet<>();
  private int passedOver;

  /**
   * Prepares a run.
   *
   * @param version of the program, for the formats that name it
   * @throws UsageException when a file that the options name cannot be used
   */
  LintRun(Options options, Terminal terminal, String version) throws UsageException {
    this.options = options;
    this.terminal = terminal;
    this.version = version;
    this.outcome = new Outcome(terminal.err());
    this.workplaces = new Workplaces(options.settings(), outcome);
    this.fixer =
        options.fixing().map(fixing -> new ManifestFixer(fixing, options, terminal.out(), outcome));
    this.baseline = baseline(options);
  }

  private static Optional<BaselineRun> baseline(Options options) throws UsageException {
    if (options.baseline().isEmpty()) {
      return Optional.empty();
    }
    Options.BaselineUse use = options.baseline().get();
    try {
      Baseline known = use.write() ? Baseline.readIfThere(use.file()) : Baseline.read(use.file());
      return Optional.of(new BaselineRun(known, use.file()));
    } catch (BaselineException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Looks at all files and writes the report; returns the exit code. */
  int run() throws UsageException {
    JobPlanner.Plan plan = JobPlanner.plan(options);
    plan.notes().forEach(outcome::say);
    plan.problems().forEach(problem -> outcome.fail(ExitCode.USAGE, problem));
    for (Job job : plan.jobs()) {
      lintAlone(job);
    }
    Report report = report();
    fixer.ifPresent(ManifestFixer::conclude);
    write(report);
    if (fixer.isEmpty() && terminal.interactive() && !options.quiet()) {
      terminal.out().flush();
      FixHint.of(report).ifPresent(outcome::say);
    }
    if (options.failOn().map(report::reaches).orElse(false)) {
      outcome.reach(ExitCode.FINDINGS);
    }
    return outcome.exitCode();
  }

  /** A mistake of ours in one file must not cost the findings in the others. */
  private void lintAlone(Job job) {
    try {
      lint(job);
    } catch (RuntimeException | StackOverflowError e) {
      outcome.fail(ExitCode.INTERNAL, "internal: " + job.name() + ": " + e.getClass().getName());
    }
  }

  private void lint(Job job) {
    Path path = ManifestFile.place(job, options);
    Optional<Workplace> workplace = workplaces.of(ManifestFile.folder(path));
    if (workplace.isEmpty()) {
      return;
    }
    boolean asked = !job.searched() && !options.skipOthers();
    if (!asked && workplace.get().config().excludes(path)) {
      passedOver++;
      return;
    }
    int maxBytes = workplace.get().config().limits().yaml().maxBytes();
    Optional<ManifestFile> file = ManifestFile.read(job, options, maxBytes, terminal, outcome);
    if (file.isPresent()) {
      lint(file.get(), workplace.get(), asked);
    }
  }

  private void lint(ManifestFile file, Workplace workplace, boolean asked) {
    SourceText source = file.source();
    Optional<ModelDefinition> model = model(file, source, workplace);
    LintRequest request =
        new LintRequest(source, model, path -> ModelFinder.isFile(file.folder(), path));
    LintResult result;
    if (fixer.isPresent()) {
      result = fixer.get().fix(file, workplace.linter(), request);
      SourceText fixed = result.document().source();
      Optional<ModelDefinition> now = fixed == source ? model : model(file, fixed, workplace);
      if (!now.equals(model)) {
        // A fix of the command may have changed which folder or zip is meant.
        model = now;
        result = workplace.linter().lint(new LintRequest(fixed, model, request.besideManifest()));
      }
    } else {
      result = workplace.linter().lint(request);
    }
    for (LintResult.Crash crash : result.crashes()) {
      String cause = crash.cause().getClass().getName();
      outcome.fail(
          ExitCode.INTERNAL,
          "internal: rule " + crash.rule() + " failed on " + source.name() + ": " + cause);
    }
    if (result.kind() != DocumentKind.MANIFEST && !asked && !isBrokenManifest(result)) {
      passedOver++;
    } else {
      report(model, result, workplace.linter());
    }
  }

  /** Of files that nobody asked for by name, those that may be manifests all the same. */
  private static boolean isBrokenManifest(LintResult result) {
    boolean unread = result.document().isDamaged() || result.document().isRefused();
    return unread && result.document().text().contains("model_definition");
  }

  private Optional<ModelDefinition> model(
      ManifestFile file, SourceText source, Workplace workplace) {
    if (options.noModel()) {
      return Optional.empty();
    }
    ModelFinder models = workplace.models();
    return file.job()
        .model()
        .or(options::model)
        .map(models::open)
        .or(() -> models.find(source, file.folder(), () -> workplace.config().model(file.path())));
  }

  private void report(Optional<ModelDefinition> model, LintResult result, Linter linter) {
    SourceText source = result.document().source();
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
    add(
        new Report.ManifestReport(
            source.name(),
            kept,
            ofManifest.isEmpty() ? Redactor.NONE : redactor,
            model.map(LintRun::summary),
            ofManifest),
        rule -> linter.hasLookedFor(rule, result, model.isPresent()));
    if (model.isPresent() && reportedModels.add(ModelFinder.identity(model.get().path()))) {
      Report.FileReport faults = new Report.ModelReport(display(model.get()), ofModel);
      // For a baseline it counts that a model definition has no faults any more.
      if (!ofModel.isEmpty() || baseline.isPresent()) {
        add(faults, rule -> !linter.config().isOff(rule));
      }
    }
  }

  /** Takes a file into the report, without what the baseline knows. */
  private void add(Report.FileReport file, Predicate<RuleId> ran) {
    Report.FileReport kept = file;
    if (baseline.isPresent()) {
      Report.FileReport fresh = file.unknownTo(baseline.get(), ran);
      boolean writes = options.baseline().orElseThrow().write();
      kept = writes ? file.withDiagnostics(List.of()) : fresh;
    }
    if (kept instanceof Report.ManifestReport || !kept.diagnostics().isEmpty()) {
      files.add(kept);
    }
  }

  private static Report.ModelSummary summary(ModelDefinition model) {
    return new Report.ModelSummary(display(model), model.fileCount(), model.isReadable());
  }

  private static String display(ModelDefinition model) {
    String path = model.path().toString();
    return path.isEmpty() ? "." : path;
  }

  private Report report() {
    RunNumbers numbers =
        RunNumbers.NONE.withPassedOver(passedOver).withFailures(outcome.failures());
    if (fixer.isPresent() && !options.fixing().orElseThrow().diff()) {
      numbers = numbers.withFixed(fixer.get().fixed());
    }
    if (baseline.isEmpty()) {
      return new Report(files, numbers);
    }
    if (options.baseline().orElseThrow().write()) {
      int written = writeBaseline(baseline.get());
      return new Report(files, numbers.withBaseline(written, 0));
    }
    List<Baseline.Entry> stale = baseline.get().stale();
    stale.forEach(
        entry ->
            outcome.say(
                entry.path() + ": no " + entry.rule() + " any more, as the baseline has it"));
    return new Report(files, numbers.withBaseline(baseline.get().known(), stale.size()));
  }

  private int writeBaseline(BaselineRun run) {
    Path file = options.baseline().orElseThrow().file();
    Baseline current = run.current();
    int count = current.entries().size();
    try {
      byte[] text = current.text().getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(file, text, AtomicFile.Access.AS_BEFORE);
      outcome.say("wrote " + count + (count == 1 ? " finding" : " findings") + " to " + file);
    } catch (CannotWriteException e) {
      outcome.fail(ExitCode.USAGE, e.getMessage());
    }
    return run.found();
  }

  private void write(Report report) {
    // "No findings" would be a lie about files that could not be read.
    boolean nothingRead = files.isEmpty() && outcome.exitCode() >= ExitCode.USAGE;
    boolean summary = !options.quiet() && !nothingRead;
    boolean correctsStdin = fixer.isPresent() && options.files().contains(Job.STDIN);
    PrintStream out = correctsStdin ? terminal.err() : terminal.out();
    new ReportWriter(options, version, outcome).write(report, out, summary);
  }
}
