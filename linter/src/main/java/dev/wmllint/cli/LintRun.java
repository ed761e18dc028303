package dev.wmllint.cli;

import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.engine.CrashReport;
import dev.wmllint.engine.LintResult;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.report.FileResult;
import dev.wmllint.report.RunNumbers;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import dev.wmllint.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * One run over all files of the command line. Several threads read and lint manifests; everything
 * that is printed, written or counted happens on one, in the order of the arguments.
 */
final class LintRun {
  private final Options options;
  private final Terminal terminal;
  private final Console console;
  private final UnaryOperator<String> commandHint;
  private final Outcome outcome;
  private final ProjectConfigs configs;
  private final Optional<ManifestFixer> fixer;
  private final Optional<KnownFindings> known;
  private final Set<Path> reportedModels = new HashSet<>();
  private int passedOver;

  /**
   * @param console shows how far the run is, and knows whether the reader of the report is gone
   * @param commandHint a half sentence for a first argument that is not a file, but may be meant as
   *     a command; mostly empty
   * @throws UsageException when a file that the options name cannot be used
   */
  LintRun(Options options, Terminal terminal, Console console, UnaryOperator<String> commandHint)
      throws UsageException {
    this.options = options;
    this.terminal = terminal;
    this.console = console;
    this.commandHint = commandHint;
    this.outcome = new Outcome(terminal);
    this.configs = new ProjectConfigs(options.settings(), outcome);
    this.fixer =
        options
            .fixing()
            .map(fixing -> new ManifestFixer(fixing, options, terminal, console, outcome));
    this.known =
        options.baseline().isEmpty()
            ? Optional.empty()
            : Optional.of(new KnownFindings(options.baseline().get()));
  }

  /**
   * Lints all files and writes the report; returns the exit code.
   *
   * @param version of the program, for the formats that name it
   */
  int run(String version) throws UsageException {
    JobPlanner.Plan plan = JobPlanner.plan(options);
    ReportWriter.checkPlaces(options, plan.jobs());
    plan.notes().forEach(outcome::say);
    plan.problems().forEach(problem -> outcome.fail(ExitCode.USAGE, problem));
    boolean fixesStdin = fixer.isPresent() && options.files().contains(FileJob.STDIN);
    PrintStream out = fixesStdin ? terminal.err() : terminal.out();
    try (ReportWriter writer = new ReportWriter(options, version, terminal, out, outcome)) {
      report(plan.jobs(), writer);
    }
    return outcome.exitCode();
  }

  private void report(List<FileJob> jobs, ReportWriter writer) {
    ProgressLine progress = console.progress(jobs.size(), options.quiet(), terminal.environment());
    InOrder.run(
        jobs,
        threads(jobs),
        this::lint,
        rest -> {
          rest.accept(writer);
          progress.step();
          return isHeard();
        });
    progress.clear();
    known.ifPresent(findings -> findings.conclude(outcome));
    fixer.ifPresent(ManifestFixer::conclude);
    writer.end(
        new RunNumbers(
            passedOver,
            fixer.map(ManifestFixer::fixed).orElse(0),
            known.map(KnownFindings::known).orElse(0),
            known.map(KnownFindings::stale).orElse(0),
            outcome.failures()));
    terminal.out().flush();
    if (fixer.isEmpty() && terminal.interactive() && !options.quiet()) {
      writer.tally().fixHint().ifPresent(outcome::say);
    }
    if (options.failOn().map(writer.tally()::reaches).orElse(false)) {
      outcome.reach(ExitCode.FINDINGS);
    }
  }

  private int threads(List<FileJob> jobs) {
    boolean writes = fixer.isPresent() && !options.fixing().orElseThrow().diff();
    return writes && isAnyTwice(jobs) ? 1 : options.jobs();
  }

  /** A file under two names has to be fixed under one before it is read under the other. */
  private static boolean isAnyTwice(List<FileJob> jobs) {
    Set<Path> places = new HashSet<>();
    return !jobs.stream()
        .filter(job -> !job.isStdin())
        .allMatch(job -> places.add(ModelFinder.identity(job.path())));
  }

  /** Whether it makes sense to go on: {@code wml-lint … | head} may have seen enough. */
  private boolean isHeard() {
    boolean onlyHeard =
        fixer.isEmpty()
            && known.isEmpty()
            && options.outputs().stream().allMatch(output -> output.file().isEmpty());
    return !onlyHeard || !console.isClosed();
  }

  /**
   * Reads and lints a manifest, on any thread. Our own mistake in one file does not cost the
   * findings in the others.
   *
   * @return the rest of the work, which is done in the order of the arguments
   */
  private Consumer<ReportWriter> lint(FileJob job) {
    try {
      Consumer<ReportWriter> rest = tryToLint(job);
      return writer -> {
        try {
          rest.accept(writer);
        } catch (RuntimeException | StackOverflowError e) {
          crash(job, e);
        }
      };
    } catch (RuntimeException | StackOverflowError e) {
      return writer -> crash(job, e);
    }
  }

  private Consumer<ReportWriter> tryToLint(FileJob job) {
    try {
      ProjectConfigs.Found found = configs.of(job.folder());
      if (found.project().isEmpty()) {
        return writer -> configs.sayProblems(found.config());
      }
      ProjectConfig project = found.project().get();
      boolean named = !job.searched() && !options.skipOthers();
      if (!named && project.config().excludes(job.path())) {
        byte[] passedOn = fixer.isPresent() && job.isStdin() ? read(job, project) : new byte[0];
        return writer -> {
          passedOver++;
          fixer.filter(one -> job.isStdin()).ifPresent(one -> one.passOn(job, passedOn));
        };
      }
      byte[] bytes = read(job, project);
      if (!job.searched() && ModelDefinition.isArchive(bytes)) {
        String reason =
            "'" + job.name() + "' is an archive; a model definition must be a file, not a pipe";
        return writer -> outcome.fail(ExitCode.USAGE, reason);
      }
      FileLinter linter =
          new FileLinter(job, SourceText.decode(job.name(), bytes), project, options);
      if (fixer.isEmpty()) {
        FileLinter.Linted linted = linter.lint();
        return writer -> report(linted, named, writer);
      }
      FileLinter.Fix fix = linter.fix(options.fixing().orElseThrow());
      return writer -> {
        boolean done = fixer.get().carryOut(job, bytes, fix.result());
        report(done ? fix.fixed() : fix.unfixed().get(), named, writer);
      };
    } catch (NoSuchFileException e) {
      boolean first = options.files().indexOf(job.name()) == 0;
      String meant = first ? commandHint.apply(job.name()) : "";
      String reason = "no such file: '" + job.name() + "'" + meant;
      return writer -> outcome.fail(ExitCode.USAGE, reason);
    } catch (IOException e) {
      return writer -> outcome.fail(ExitCode.USAGE, "cannot read '" + job.name() + "'");
    }
  }

  private void crash(FileJob job, Throwable cause) {
    outcome.fail(ExitCode.INTERNAL, crashReport().lines(job.name(), cause));
  }

  private byte[] read(FileJob job, ProjectConfig project) throws IOException {
    int maxBytes = project.config().limits().yaml().maxBytes();
    if (job.isStdin()) {
      return terminal.in().readNBytes(maxBytes);
    }
    try (InputStream file = Files.newInputStream(job.path())) {
      return file.readNBytes(maxBytes);
    }
  }

  private CrashReport crashReport() {
    return CrashReport.of(terminal.environment());
  }

  private void report(FileLinter.Linted linted, boolean named, ReportWriter writer) {
    for (LintResult.Crash crash : linted.crashes()) {
      outcome.fail(ExitCode.INTERNAL, crashReport().lines(crash, linted.manifest().path()));
    }
    if (!linted.isManifest() && !named) {
      passedOver++;
      return;
    }
    show(newIn(linted.manifest()), writer);
    if (linted.model().isPresent() && isFirst(linted.model().get())) {
      FileResult faults = newIn(linted.model().get());
      if (!faults.diagnostics().isEmpty()) {
        show(faults, writer);
      }
    }
  }

  /** A baseline has to know of a model definition without faults too: its entries are stale. */
  private boolean isFirst(FileResult model) {
    // Not its real path: some must not even be looked at.
    return (known.isPresent() || !model.diagnostics().isEmpty())
        && reportedModels.add(Path.of(model.path()).toAbsolutePath().normalize());
  }

  private FileResult newIn(FileResult file) {
    return known.map(findings -> findings.newIn(file)).orElse(file);
  }

  private void show(FileResult file, ReportWriter writer) {
    writer.file(file);
    if (!file.diagnostics().isEmpty()) {
      terminal.out().flush();
    }
  }
}
