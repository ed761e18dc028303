package dev.wmllint.cli;

import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.engine.CrashReport;
import dev.wmllint.engine.LintResult;
import dev.wmllint.report.FileReport;
import dev.wmllint.report.RunNumbers;
import dev.wmllint.spi.ExitCode;
import dev.wmllint.spi.Terminal;
import dev.wmllint.spi.UsageException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One run over all files of the command line. Manifests are looked at by several threads; what came
 * of it is said, written and counted by one, in the order of the arguments.
 */
final class LintRun {
  private final Options options;
  private final Terminal terminal;
  private final String version;
  private final Console screen;
  private final Outcome outcome;
  private final ProjectConfigs workplaces;
  private final Optional<ManifestFixer> fixer;
  private final Optional<KnownFindings> known;
  private final FixHint hint = new FixHint();
  private int passedOver;

  /**
   * Prepares a run.
   *
   * @param version of the program, for the formats that name it
   * @param screen shows how far the run is, and knows whether anybody still listens
   * @throws UsageException when a file that the options name cannot be used
   */
  LintRun(Options options, Terminal terminal, String version, Console screen)
      throws UsageException {
    this.options = options;
    this.terminal = terminal;
    this.version = version;
    this.screen = screen;
    this.outcome = new Outcome(terminal.err());
    this.workplaces = new ProjectConfigs(options.settings(), outcome);
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

  private void report(List<Job> jobs, ReportWriter writer) {
    ReportCollector collector = new ReportCollector(known, file -> show(file, writer));
    ManifestLook look = new ManifestLook(options, workplaces, terminal.in());
    ProgressLine progress = screen.progress(jobs.size(), options.quiet(), terminal.environment());
    InOrder.run(
        jobs,
        threads(jobs),
        job -> new Looked(job, look.at(job)),
        looked -> {
          take(looked, collector);
          progress.step();
          return isHeard();
        });
    progress.clear();
    RunNumbers numbers = collector.conclude(numbers());
    fixer.ifPresent(ManifestFixer::conclude);
    writer.end(numbers.withFailures(outcome.failures()));
    terminal.out().flush();
    hint.words().ifPresent(outcome::say);
    if (options.failOn().map(writer.tally()::reaches).orElse(false)) {
      outcome.reach(ExitCode.FINDINGS);
    }
  }

  private record Looked(Job job, Look look) {}

  private int threads(List<Job> jobs) {
    boolean writes = fixer.isPresent() && !options.fixing().orElseThrow().diff();
    return writes && isAnyTwice(jobs) ? 1 : options.jobs();
  }

  /** A file under two names has to be corrected under one before it is read under the other. */
  private static boolean isAnyTwice(List<Job> jobs) {
    Set<Path> places = new HashSet<>();
    return !jobs.stream()
        .filter(job -> !job.isStdin())
        .allMatch(job -> places.add(ModelFinder.identity(Path.of(job.name()))));
  }

  /** Whether it makes sense to go on: {@code wml-lint … | head} may have seen enough. */
  private boolean isHeard() {
    boolean onlyHeard =
        fixer.isEmpty()
            && known.isEmpty()
            && options.outputs().stream().allMatch(output -> output.file().isEmpty());
    return !onlyHeard || !screen.isClosed();
  }

  private void show(FileReport file, ReportWriter writer) {
    writer.file(file);
    if (fixer.isEmpty() && terminal.interactive() && !options.quiet()) {
      hint.add(file);
    }
    if (!file.diagnostics().isEmpty()) {
      terminal.out().flush();
    }
  }

  private void take(Looked looked, ReportCollector collector) {
    try {
      take(looked.job(), looked.look(), collector);
    } catch (RuntimeException | StackOverflowError e) {
      fail(looked.job(), e);
    }
  }

  private void take(Job job, Look look, ReportCollector collector) {
    if (look instanceof Look.Misconfigured wrong) {
      workplaces.sayProblems(wrong.config());
    } else if (look instanceof Look.Unread unread) {
      outcome.fail(ExitCode.USAGE, unread.reason());
    } else if (look instanceof Look.Failed failed) {
      fail(job, failed.cause());
    } else if (look instanceof Look.Excluded excluded) {
      passedOver++;
      excluded.file().ifPresent(file -> fixer.orElseThrow().passOn(file));
    } else if (look instanceof Look.Linted linted) {
      take(linted, collector);
    }
  }

  private void fail(Job job, Throwable cause) {
    outcome.fail(ExitCode.INTERNAL, crashText().lines(job.name(), cause));
  }

  private CrashReport crashText() {
    return CrashReport.of(terminal.environment());
  }

  private void take(Look.Linted linted, ReportCollector collector) {
    Masked findings = linted.findings();
    if (linted.correction().isPresent()) {
      Look.Correction correction = linted.correction().get();
      boolean done = fixer.orElseThrow().carryOut(linted.file(), correction.result());
      findings = done ? findings : correction.otherwise().get();
    }
    for (LintResult.Crash crash : findings.crashes()) {
      outcome.fail(ExitCode.INTERNAL, crashText().lines(crash, findings.manifest().path()));
    }
    if (findings.manifestLike() || linted.asked()) {
      collector.add(findings);
    } else {
      passedOver++;
    }
  }

  private RunNumbers numbers() {
    RunNumbers numbers = RunNumbers.NONE.withPassedOver(passedOver);
    boolean fixes = fixer.isPresent() && !options.fixing().orElseThrow().diff();
    return fixes ? numbers.withFixed(fixer.get().fixed()) : numbers;
  }
}
