package dev.wmllint.cli;

import dev.wmllint.LintRequest;
import dev.wmllint.LintResult;
import dev.wmllint.ModelFinder;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.report.RunNumbers;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.SourceText;
import dev.wmllint.yaml.ManifestDocument;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One run over all files of the command line. */
final class LintRun {
  private final Options options;
  private final Terminal terminal;
  private final String version;
  private final Outcome outcome;
  private final Workplaces workplaces;
  private final Optional<ManifestFixer> fixer;
  private final Optional<KnownFindings> known;
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
    this.known =
        options.baseline().isEmpty()
            ? Optional.empty()
            : Optional.of(new KnownFindings(options.baseline().get(), outcome));
  }

  /** Looks at all files and writes the report; returns the exit code. */
  int run() throws UsageException {
    JobPlanner.Plan plan = JobPlanner.plan(options);
    OutputPlaces.check(options, plan.jobs());
    plan.notes().forEach(outcome::say);
    plan.problems().forEach(problem -> outcome.fail(ExitCode.USAGE, problem));
    boolean correctsStdin = fixer.isPresent() && options.files().contains(Job.STDIN);
    PrintStream out = correctsStdin ? terminal.err() : terminal.out();
    try (ReportWriter writer = new ReportWriter(options, version, out, outcome)) {
      report(plan.jobs(), writer);
    }
    return outcome.exitCode();
  }

  private void report(List<Job> jobs, ReportWriter writer) throws UsageException {
    boolean hints = fixer.isEmpty() && terminal.interactive() && !options.quiet();
    FixHint hint = new FixHint();
    ReportCollector collector =
        new ReportCollector(
            known,
            file -> {
              writer.file(file);
              if (hints) {
                hint.add(file);
              }
            });
    for (Job job : jobs) {
      lintAlone(job, collector);
    }
    RunNumbers numbers = collector.conclude(numbers());
    fixer.ifPresent(ManifestFixer::conclude);
    writer.end(numbers.withFailures(outcome.failures()));
    terminal.out().flush();
    hint.words().ifPresent(outcome::say);
    if (options.failOn().map(writer.tally()::reaches).orElse(false)) {
      outcome.reach(ExitCode.FINDINGS);
    }
  }

  /** A mistake of ours in one file must not cost the findings in the others. */
  private void lintAlone(Job job, ReportCollector collector) {
    try {
      lint(job, collector);
    } catch (RuntimeException | StackOverflowError e) {
      outcome.fail(ExitCode.INTERNAL, "internal: " + job.name() + ": " + e.getClass().getName());
    }
  }

  private void lint(Job job, ReportCollector collector) {
    Path path = ManifestFile.place(job, options);
    Optional<Workplace> workplace = workplaces.of(ManifestFile.folder(path));
    if (workplace.isEmpty()) {
      return;
    }
    int maxBytes = workplace.get().config().limits().yaml().maxBytes();
    boolean asked = !job.searched() && !options.skipOthers();
    if (!asked && workplace.get().config().excludes(path)) {
      passedOver++;
      if (job.isStdin() && fixer.isPresent()) {
        ManifestFile.read(job, options, maxBytes, terminal, outcome).ifPresent(fixer.get()::passOn);
      }
      return;
    }
    Optional<ManifestFile> file = ManifestFile.read(job, options, maxBytes, terminal, outcome);
    if (file.isPresent()) {
      lint(file.get(), workplace.get(), asked, collector);
    }
  }

  private void lint(
      ManifestFile file, Workplace workplace, boolean asked, ReportCollector collector) {
    SourceText source = file.source();
    LintRequest request = request(file, workplace);
    Optional<ModelDefinition> model = request.model();
    LintResult result;
    if (fixer.isPresent()) {
      result = fixer.get().fix(file, workplace.linter(), request);
      Optional<ModelDefinition> now = modelAfterFix(file, request, result.document(), workplace);
      if (!now.equals(model)) {
        // A fix of the command may have changed which folder or zip is meant.
        model = now;
        result = workplace.linter().lint(request.withDocument(result.document()).withModel(model));
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
    if (!asked && !result.isManifest()) {
      passedOver++;
    } else {
      collector.add(result, model, workplace.linter());
    }
  }

  private LintRequest request(ManifestFile file, Workplace workplace) {
    LintRequest request =
        new LintRequest(
            file.source(), Optional.empty(), path -> ModelFinder.isFile(file.folder(), path));
    if (options.noModel()) {
      return request;
    }
    Optional<Path> given = givenModel(file);
    if (given.isPresent()) {
      return request.withModel(given.map(workplace.models()::open));
    }
    ManifestDocument document =
        ManifestDocument.parse(file.source(), workplace.config().limits().yaml());
    return request.withDocument(document).withModel(foundModel(file, document, workplace));
  }

  private Optional<Path> givenModel(ManifestFile file) {
    return file.job().model().or(options::model);
  }

  private static Optional<ModelDefinition> foundModel(
      ManifestFile file, ManifestDocument document, Workplace workplace) {
    return workplace
        .models()
        .find(document, file.folder(), () -> workplace.config().model(file.path()));
  }

  private Optional<ModelDefinition> modelAfterFix(
      ManifestFile file, LintRequest before, ManifestDocument after, Workplace workplace) {
    boolean same = after.source() == before.source();
    boolean fixed = options.noModel() || givenModel(file).isPresent();
    return same || fixed ? before.model() : foundModel(file, after, workplace);
  }

  private RunNumbers numbers() {
    RunNumbers numbers = RunNumbers.NONE.withPassedOver(passedOver);
    boolean fixes = fixer.isPresent() && !options.fixing().orElseThrow().diff();
    return fixes ? numbers.withFixed(fixer.get().fixed()) : numbers;
  }
}
