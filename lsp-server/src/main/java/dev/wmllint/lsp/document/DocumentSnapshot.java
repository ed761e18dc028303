package dev.wmllint.lsp.document;

import dev.wmllint.config.ConfigProblem;
import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.discovery.ModelFinder;
import dev.wmllint.engine.FixResult;
import dev.wmllint.engine.LintConfig;
import dev.wmllint.engine.LintRequest;
import dev.wmllint.engine.LintResult;
import dev.wmllint.engine.Linter;
import dev.wmllint.fix.Safety;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.model.ModelLimits;
import dev.wmllint.redact.Redactor;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.Lazy;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.suppress.Directive;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.NodeLocator;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.jsonrpc.CancelChecker;

/**
 * One version of a document under one state of the settings, and what can be worked out about it.
 * Immutable: each thing is worked out once, when it is first asked for. Safe for use by several
 * threads.
 */
public final class DocumentSnapshot {
  /** Comments, and the word that is being typed. */
  private static final Pattern BEGINNING =
      Pattern.compile("(?:[ \\t]*+(?:#[^\\n]*+|---[ \\t\\r]*+|\\r)?\\n)*+[A-Za-z_]*+\\s*+");

  private static final Pattern PROGRAM = Pattern.compile("(?i)\\.(?:zip|py|lua|prototxt)$");

  private final OpenDocument document;
  private final Setup setup;
  private final ModelCache models;
  private final Lazy<ManifestDocument> tree;
  private final Lazy<DocumentRole> role;
  private final Lazy<Optional<Manifest>> manifest;
  private final Lazy<Optional<NodeLocator>> places;
  private final Lazy<Optional<ManifestCommand>> command;
  private final Lazy<Redactor> redactor;
  private final Linter linter;
  private volatile Optional<CheckResult> lastCheck = Optional.empty();
  private final List<Diagnostic> findingsBefore;

  /**
   * What holds for a document.
   *
   * @param file the document's file; empty when it is none
   * @param project its configuration
   * @param lint how to lint it: the same, and the editor's settings on top
   */
  record Setup(
      Optional<Path> file, Configurations.Project project, LintConfig lint, Settings settings) {
    Optional<Path> configuredModel() {
      return file.flatMap(project.config()::model);
    }

    boolean isExcluded() {
      return file.filter(project.config()::excludes).isPresent();
    }
  }

  /**
   * Works out nothing yet.
   *
   * @param findingsBefore what was last found in the version before this one
   */
  DocumentSnapshot(
      OpenDocument document,
      Setup setup,
      ModelCache models,
      Linter linter,
      List<Diagnostic> findingsBefore) {
    this.document = document;
    this.setup = setup;
    this.models = models;
    this.linter = linter;
    this.findingsBefore = findingsBefore;
    this.tree = new Lazy<>(() -> ManifestDocument.parse(document.source(), setup.lint().limits()));
    this.role = new Lazy<>(this::readRole);
    this.manifest = new Lazy<>(this::readManifest);
    this.places = new Lazy<>(() -> manifest().map(known -> new NodeLocator(known.root())));
    this.command = new Lazy<>(() -> manifest().flatMap(DocumentSnapshot::readCommand));
    this.redactor = new Lazy<>(() -> Redactor.of(tree.get(), model()));
  }

  public OpenDocument document() {
    return document;
  }

  public Settings settings() {
    return setup.settings();
  }

  /** How the document is linted: the project's configuration, and the editor's settings on top. */
  public LintConfig config() {
    return setup.lint();
  }

  public ManifestSchema schema() {
    return setup.lint().schema();
  }

  /** What the format says about a place, given what is written; empty where that is no manifest. */
  public Optional<SchemaNode> schemaAt(DocPath path) {
    return manifest().flatMap(known -> schema().at(path, known.instance()));
  }

  /** A converter for the document's text; each caller gets its own. */
  public LspConverter converter() {
    return document.converter();
  }

  /** The document, read as far as it can be read. */
  public ManifestDocument tree() {
    return tree.get();
  }

  public DocumentRole role() {
    return role.get();
  }

  private DocumentRole readRole() {
    return setup.isExcluded()
        ? DocumentRole.OTHER
        : DocumentRole.of(document, tree::get, setup.configuredModel().isPresent());
  }

  public boolean isManifest() {
    return role() == DocumentRole.MANIFEST;
  }

  /**
   * Whether a manifest may be begun in the document: it is YAML and holds no more than a word, and
   * its name, a zip or a program beside it say that it is about training.
   */
  public boolean mayBegin() {
    return role() == DocumentRole.OTHER
        && !setup.isExcluded()
        && DocumentRole.isYaml(document)
        && BEGINNING.matcher(document.source().text()).matches()
        && (isAboutTraining(document.source().name())
            || folder().filter(this::hasPrograms).isPresent());
  }

  private static boolean isAboutTraining(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return Stream.of("manifest", "train", "job").anyMatch(lower::contains);
  }

  private boolean hasPrograms(Path folder) {
    return Stream.concat(finder().zipsBeside(folder).stream(), models.filesIn(folder).stream())
        .anyMatch(name -> name.indexOf('/') < 0 && PROGRAM.matcher(name).find());
  }

  /** The manifest under present names; empty when the document is none, or no mapping. */
  public Optional<Manifest> manifest() {
    return manifest.get();
  }

  private Optional<Manifest> readManifest() {
    return isManifest() && tree().root().orElse(null) instanceof MappingNode root
        ? Optional.of(Manifest.of(root, schema()))
        : Optional.empty();
  }

  /** From offsets to paths of present names. */
  public Optional<NodeLocator> places() {
    return places.get();
  }

  /** The command, read. */
  public Optional<ManifestCommand> command() {
    return command.get();
  }

  private static Optional<ManifestCommand> readCommand(Manifest manifest) {
    return manifest
        .command()
        .map(scalar -> new ManifestCommand(scalar, manifest.commandAnalysis().orElseThrow()));
  }

  /** Masks the document's secrets. */
  public Redactor redactor() {
    return redactor.get();
  }

  /** The folder of the document's file; empty when it is no file. */
  public Optional<Path> folder() {
    return setup.file().map(Path::getParent);
  }

  /** The project's configuration: absolute, and empty where there is none. */
  public Optional<Path> configuration() {
    return setup.project().config().file().map(Path::toAbsolutePath);
  }

  /** The files that the project's configuration was read from, there or not. */
  public Set<Path> configurationFiles() {
    return setup.project().files();
  }

  /**
   * What is not right in the project's configuration. A manifest under one that is not right is not
   * checked, as on the command line: it would be in a way that is not wanted.
   */
  public List<ConfigProblem> configurationProblems() {
    return setup.project().problems();
  }

  /** The model definition, found as on the command line, as it is now. */
  public Optional<ModelDefinition> model() {
    Optional<Path> folder = folder();
    if (!isManifest() || folder.isEmpty()) {
      return Optional.empty();
    }
    return finder().find(tree(), manifest(), folder.get(), setup::configuredModel);
  }

  private ModelFinder finder() {
    ModelLimits limits = setup.project().config().limits().model();
    return new ModelFinder(schema(), path -> models.open(path, limits));
  }

  /**
   * The files that the command may name: those of the model definition. While the command does not
   * tell whether that is the manifest's own folder, for the name of its program is still being
   * typed, it is taken to be.
   */
  public List<String> files() {
    Optional<ModelDefinition> model = model().or(this::onlyZip);
    Optional<Path> own =
        folder().filter(at -> model.map(ModelDefinition::path).stream().allMatch(at::equals));
    Stream<String> names =
        model.isPresent()
            ? model.get().entries().stream().filter(entry -> !entry.isJunk()).map(ModelEntry::name)
            : own.filter(at -> modelDirective().isEmpty()).map(models::filesIn).stream()
                .flatMap(List::stream);
    String manifest = document.source().name();
    return names.filter(name -> own.isEmpty() || !name.equals(manifest)).toList();
  }

  /** Of a manifest that says nothing yet: the zip beside it, if there is one alone. */
  private Optional<ModelDefinition> onlyZip() {
    if (tree().root().isPresent() && !mayBegin()) {
      return Optional.empty();
    }
    ModelFinder finder = finder();
    List<String> beside = folder().map(finder::zipsBeside).orElse(List.of());
    return beside.size() == 1
        ? folder().map(folder -> finder.open(folder.resolve(beside.get(0))))
        : Optional.empty();
  }

  /** The zips in the manifest's folder and below, as a comment would name them. */
  public List<String> zips() {
    return folder().map(FolderFiles::zips).orElse(List.of());
  }

  /** The comment that names the model definition. */
  public Optional<Directive.Model> modelDirective() {
    return Directive.model(directives());
  }

  /** What comments say to the linter. */
  public List<Directive> directives() {
    return Directive.of(tree(), manifest());
  }

  /** Checks the document; once, as long as the model definition stays as it is. */
  public CheckResult check() {
    return check(() -> {});
  }

  /**
   * The same for as long as it is wanted.
   *
   * @param wanted throws when it is not
   */
  public synchronized CheckResult check(CancelChecker wanted) {
    wanted.checkCanceled();
    Optional<ModelDefinition> model = model();
    if (lastCheck.isEmpty() || !isSame(lastCheck.get().model(), model)) {
      lastCheck = Optional.of(check(model, wanted));
    }
    return lastCheck.get();
  }

  /** What was found in this version; empty as long as it is not checked. Does not wait. */
  public Optional<CheckResult> knownCheck() {
    return lastCheck;
  }

  /**
   * What was last found in the document, in this version or one before it, whose places may have
   * moved since. Does not wait.
   */
  public List<Diagnostic> lastFindings() {
    return lastCheck.map(CheckResult::diagnostics).orElse(findingsBefore);
  }

  @SuppressWarnings("ReferenceEquality") // a model definition that was read again is another one
  private static boolean isSame(Optional<ModelDefinition> one, Optional<ModelDefinition> other) {
    return one.orElse(null) == other.orElse(null);
  }

  private CheckResult check(Optional<ModelDefinition> model, CancelChecker wanted) {
    if (role() == DocumentRole.OTHER) {
      return new CheckResult(false, model, List.of(), List.of());
    }
    if (role() == DocumentRole.CONFIGURATION) {
      return new CheckResult(false, model, ConfigurationCheck.of(document), List.of());
    }
    LintResult result =
        linter
            .lint(request(model), () -> !wanted.isCanceled())
            .orElseThrow(CancellationException::new);
    if (!configurationProblems().isEmpty()) {
      Span firstLine = document.source().lines().span(0);
      Diagnostic refusal = ConfigurationCheck.refusal(configurationProblems(), firstLine);
      List<Diagnostic> all = isManifest() ? List.of(refusal) : List.of();
      return new CheckResult(result.isManifest(), model, all, List.of());
    }
    List<Diagnostic> ours =
        result.diagnostics().stream().filter(this::isOurs).map(this::toned).toList();
    // Edits stay: they lead back into the text that they come from.
    List<Diagnostic> spoken = redactor().redactWords(ours);
    return new CheckResult(result.isManifest(), model, spoken, result.crashes());
  }

  private boolean isOurs(Diagnostic diagnostic) {
    return !(settings().leavesYamlToOthers()
        && document.languageId().equals("yaml")
        && RuleRegistry.is(diagnostic.rule(), RuleInfo.Trait.PLAIN_YAML));
  }

  private Diagnostic toned(Diagnostic diagnostic) {
    return role() == DocumentRole.RELATED ? diagnostic.withSeverity(Severity.INFO) : diagnostic;
  }

  /** What {@code wml-lint --fix} makes of the document. Its words are not redacted. */
  public FixResult fix(Safety allowed) {
    return linter.fix(request(model()), allowed);
  }

  private LintRequest request(Optional<ModelDefinition> model) {
    Optional<Path> folder = folder();
    return new LintRequest(
            document.source(),
            model,
            path -> folder.filter(known -> ModelFinder.isFile(known, path)).isPresent())
        .withDocument(tree())
        .withManifest(manifest());
  }

  /**
   * What a finding underlines. A fault of the model definition is shown on the comment that names
   * it, or else on the key of the command that runs in it.
   */
  public Span place(Diagnostic diagnostic) {
    return diagnostic.span().orElseGet(this::placeOfModel);
  }

  private Span placeOfModel() {
    return modelDirective()
        .map(Directive::span)
        .or(() -> key(DocPath.of("model_definition", "execution", "command")))
        .or(() -> key(DocPath.of("model_definition")))
        .orElse(Span.at(0));
  }

  /** Where a key is written, by its path of present names. */
  public Optional<Span> key(DocPath path) {
    return manifest()
        .flatMap(known -> known.at(path.parent()))
        .filter(MappingNode.class::isInstance)
        .flatMap(parent -> ((MappingNode) parent).entry(path.last().toString()))
        .map(NodeLocator::keySpan);
  }
}
