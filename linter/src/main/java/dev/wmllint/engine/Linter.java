package dev.wmllint.engine;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.RuleSetting;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Safety;
import dev.wmllint.layout.Layout;
import dev.wmllint.manifest.DocumentKind;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.rules.document.DocumentRules;
import dev.wmllint.rules.document.NotATrainingManifest;
import dev.wmllint.suppress.Suppressions;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.syntax.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The one door to all checks. Immutable, and safe for use by several threads: each call of {@link
 * #lint} stands alone.
 */
public final class Linter {
  private final LintConfig config;
  private final List<Rule> rules;
  private final Layout layout;

  public Linter(LintConfig config) {
    this(config, RuleRegistry.rules());
  }

  Linter(LintConfig config, List<Rule> rules) {
    this.config = config;
    this.rules = rules;
    this.layout = new Layout(config.schema().root());
  }

  public LintConfig config() {
    return config;
  }

  /**
   * Looks at one manifest. Never throws: what fails is reported beside the findings of the rest.
   */
  public LintResult lint(LintRequest request) {
    return lint(request, true, () -> true);
  }

  /**
   * The same, for as long as somebody wants the answer.
   *
   * @param wanted is asked before each rule
   * @return empty when it was not wanted any more
   */
  public Optional<LintResult> lint(LintRequest request, BooleanSupplier wanted) {
    try {
      return Optional.of(lint(request, true, wanted));
    } catch (CancellationException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a rule is looked for in manifests that can be read.
   *
   * @param rule any; one of another release is not looked for
   * @param modelKnown whether there is a model definition
   */
  public boolean looksFor(RuleId rule, boolean modelKnown) {
    Optional<RuleInfo> info = RuleRegistry.find(rule);
    return info.isPresent() && !config.isOff(rule) && (modelKnown || !info.get().needsModel());
  }

  /**
   * Applies fixes until none is left that may be applied. Never throws, and never changes what it
   * cannot give back byte for byte. The model definition is taken as it is given: where a fix
   * changes which one belongs to the manifest, the caller has to look for it again.
   *
   * @param allowed the least safe fixes that may be applied
   */
  public FixResult fix(LintRequest request, Safety allowed) {
    LintResult before = lint(request);
    try {
      return new FixRun(source -> lint(request.withSource(source)), before, allowed).run();
    } catch (RuntimeException | StackOverflowError e) {
      LintResult.Crash crash = new LintResult.Crash("FixRun", e);
      return FixResult.none(before.withCrash(crash), FixResult.Obstacle.CRASHED);
    }
  }

  /**
   * One run.
   *
   * @param proves whether to try the fixes that mend the text; the trial itself does not
   * @throws CancellationException when it is not wanted any more
   */
  private LintResult lint(LintRequest request, boolean proves, BooleanSupplier wanted) {
    ManifestDocument document = ManifestDocument.unread(request.source());
    DocumentKind kind = DocumentKind.OTHER;
    try {
      document =
          request
              .document()
              .orElseGet(() -> ManifestDocument.parse(request.source(), config.limits()));
      kind = DocumentKind.of(document.root());
      Optional<LintResult> written = Optional.empty();
      if (document.problems().isEmpty()) {
        Run run = new Run(request, document, document, request.manifest(), kind, proves, wanted);
        written = Optional.of(run.result());
      }
      // Most manifests have no line that could be out of place.
      Optional<ManifestDocument> meant =
          written.filter(Linter::isWellNested).isPresent()
              ? Optional.empty()
              : layout.meant(document);
      if (meant.isEmpty() && written.isPresent()) {
        return written.get();
      }
      Optional<Manifest> named = meant.isPresent() ? Optional.empty() : request.manifest();
      ManifestDocument read = meant.orElse(document);
      kind = DocumentKind.of(read.root());
      return new Run(request, document, read, named, kind, proves, wanted).result();
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException | StackOverflowError e) {
      LintResult.Crash crash = new LintResult.Crash("Linter", e);
      return new LintResult(document, kind, List.of(), List.of(crash));
    }
  }

  /** Whether no finding is about what is in what. */
  private static boolean isWellNested(LintResult result) {
    return result.kind() == DocumentKind.MANIFEST
        && result.diagnostics().stream()
            .noneMatch(finding -> RuleRegistry.is(finding.rule(), RuleInfo.Trait.NESTING));
  }

  private final class Run {
    private final LintRequest request;

    /** As it is in the file: what it hides is looked for there. */
    private final ManifestDocument written;

    /** As it was meant. */
    private final ManifestDocument document;

    private final DocumentKind kind;
    private final RuleContext context;
    private final Suppressions suppressions;
    private final boolean modelKnown;
    private final boolean proves;
    private final BooleanSupplier wanted;
    private final List<Diagnostic> found = new ArrayList<>();
    private final List<LintResult.Crash> crashes = new ArrayList<>();

    Run(
        LintRequest request,
        ManifestDocument written,
        ManifestDocument document,
        Optional<Manifest> named,
        DocumentKind kind,
        boolean proves,
        BooleanSupplier wanted) {
      this.request = request;
      this.written = written;
      this.document = document;
      this.kind = kind;
      this.modelKnown = request.model().isPresent();
      this.proves = proves;
      this.wanted = wanted;
      MappingNode root =
          document.root().orElse(null) instanceof MappingNode mapping
              ? mapping
              : new MappingNode(Span.at(0), false, List.of(), true);
      this.context =
          new RuleContext(
              document,
              named.orElseGet(() -> Manifest.of(root, config.schema())),
              config.schema(),
              request.model(),
              request.besideManifest(),
              found::add);
      this.suppressions = Suppressions.of(document, context.manifest());
    }

    LintResult result() {
      run("DocumentRules", () -> DocumentRules.check(context));
      check();
      List<Diagnostic> kept = new ArrayList<>();
      for (Diagnostic diagnostic : Deduplication.perMistake(trusted())) {
        if (isHeard(diagnostic) && !suppressions.hides(diagnostic)) {
          kept.add(diagnostic);
        }
      }
      found.clear();
      run("Suppressions", () -> suppressions.report(context, RuleRegistry.names(), this::ran));
      found.stream().filter(this::isHeard).filter(d -> !suppressions.hides(d)).forEach(kept::add);
      return new LintResult(written, kind, configured(kept), crashes);
    }

    /**
     * The findings without those about nesting where tabs indent, or brackets do not match: what is
     * nested in what is a guess there, and they would only repeat that mistake.
     */
    private List<Diagnostic> trusted() {
      boolean guess =
          document.problems().stream()
              .map(Problem::kind)
              .anyMatch(kind -> kind == Problem.Kind.TAB || kind == Problem.Kind.BRACKET);
      return found.stream()
          .filter(finding -> !guess || !RuleRegistry.is(finding.rule(), RuleInfo.Trait.NESTING))
          .toList();
    }

    private void check() {
      Optional<Node> root = document.root();
      boolean readable = DocumentRules.isReadable(document);
      boolean mapping = root.isPresent() && root.get() instanceof MappingNode;
      if (readable && mapping && kind == DocumentKind.MANIFEST) {
        rules.forEach(this::run);
        return;
      }
      boolean other = mapping && !DocumentKind.mayBecomeManifest(document);
      if (readable && other && kind != DocumentKind.MANIFEST) {
        // What it is says more than what is wrong with it as YAML.
        found.removeIf(finding -> document.isDamaged());
        NotATrainingManifest.report(context, kind);
        return;
      }
      if (readable && root.isPresent() && !mapping) {
        DocumentRules.wrongRoot(context, root.get());
      }
      rules.stream().filter(rule -> !rule.needsManifest()).forEach(this::run);
    }

    private void run(Rule rule) {
      if (!wanted.getAsBoolean()) {
        throw new CancellationException();
      }
      run(rule.getClass().getSimpleName(), () -> rule.check(context));
    }

    private void run(String name, Runnable check) {
      int before = found.size();
      try {
        check.run();
      } catch (RuntimeException | StackOverflowError e) {
        // Half of a broken check's findings are worth nothing.
        found.subList(before, found.size()).clear();
        crashes.add(new LintResult.Crash(name, e));
      }
    }

    private boolean isHeard(Diagnostic diagnostic) {
      return !config.isOff(diagnostic.rule());
    }

    private boolean ran(RuleId rule) {
      boolean manifest = kind == DocumentKind.MANIFEST && !document.isBroken();
      return manifest && looksFor(rule, modelKnown);
    }

    private List<Diagnostic> configured(List<Diagnostic> diagnostics) {
      return diagnostics.stream()
          .map(this::withSeverity)
          .map(diagnostic -> withReliableFixes(diagnostic, diagnostics.size()))
          .distinct()
          .sorted(Linter::byPosition)
          .toList();
    }

    /**
     * While the text cannot be read, what mends that is offered, and safe only when the mended text
     * has no more findings than this one; and beside it what is certain in spite of it.
     */
    private Diagnostic withReliableFixes(Diagnostic diagnostic, int findings) {
      if (!proves || !document.isBroken() || diagnostic.fixes().isEmpty()) {
        return diagnostic;
      }
      if (!DocumentRules.mendsText(document, diagnostic)) {
        return diagnostic.withFixes(new FixesInBrokenText(document).of(diagnostic));
      }
      return diagnostic.withFixes(List.of(proven(diagnostic.fixes(), findings)));
    }

    private Fix proven(List<Fix> fixes, int findings) {
      return new FixTrial(document, this::trial).best(fixes, findings);
    }

    private LintResult trial(SourceText mended) {
      return lint(request.withSource(mended), false, wanted);
    }

    private Diagnostic withSeverity(Diagnostic diagnostic) {
      return Optional.ofNullable(config.rules().get(diagnostic.rule()))
          .flatMap(RuleSetting::severity)
          .map(diagnostic::withSeverity)
          .orElse(diagnostic);
    }
  }

  /** By place, then the worse first; faults of the model definition come last. */
  private static int byPosition(Diagnostic a, Diagnostic b) {
    Span last = Span.at(Integer.MAX_VALUE);
    int place = a.span().orElse(last).compareTo(b.span().orElse(last));
    if (place != 0) {
      return place;
    }
    int severity = b.severity().compareTo(a.severity());
    return severity != 0 ? severity : a.rule().compareTo(b.rule());
  }
}
