package dev.wmllint.rule;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Fix;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.Lazy;
import dev.wmllint.schema.ManifestSchema;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** What a rule looks at, and where it reports. */
public final class RuleContext {
  private final ManifestDocument document;
  private final Manifest manifest;
  private final ManifestSchema schema;
  private final Optional<ModelDefinition> model;
  private final Predicate<String> besideManifest;
  private final Consumer<Diagnostic> sink;

  /** Made when a finding or a fix needs it: most manifests have neither. */
  private final Lazy<Optional<NodeLocator>> locator;

  /**
   * Prepares one run over one manifest.
   *
   * @param model the model definition, when one is known
   * @param besideManifest see {@link #besideManifest()}
   * @param sink takes the findings
   */
  public RuleContext(
      ManifestDocument document,
      Manifest manifest,
      ManifestSchema schema,
      Optional<ModelDefinition> model,
      Predicate<String> besideManifest,
      Consumer<Diagnostic> sink) {
    this.document = document;
    this.manifest = manifest;
    this.schema = schema;
    this.model = model;
    this.besideManifest = besideManifest;
    this.sink = sink;
    this.locator = new Lazy<>(() -> document.root().map(NodeLocator::new));
  }

  public ManifestDocument document() {
    return document;
  }

  public String text() {
    return document.text();
  }

  public Manifest manifest() {
    return manifest;
  }

  public ManifestSchema schema() {
    return schema;
  }

  /**
   * The model definition; empty when none is known. One that cannot be read is there too, with its
   * faults: ask {@link ModelDefinition#isReadable} before concluding anything from what it lacks.
   */
  public Optional<ModelDefinition> model() {
    return model;
  }

  /**
   * Whether a file stands at a path relative to the manifest's folder: what is there and not in the
   * zip was forgotten when the zip was made. False for every path when the folder is unknown.
   */
  public Predicate<String> besideManifest() {
    return besideManifest;
  }

  /**
   * The mapping as it is written, for edits: under present names an entry may stand elsewhere than
   * in the file. Empty for a mapping that is written nowhere.
   */
  public Optional<MappingNode> written(MappingNode mapping) {
    return locator.get().flatMap(index -> index.mappingAt(mapping.span()));
  }

  /** What the schema says of a place, given what else the manifest has. */
  public Optional<SchemaNode> schemaAt(DocPath path) {
    return schema.at(path, manifest.instance());
  }

  /** Starts a finding in words of our own. */
  public Finding finding(RuleInfo rule, String words) {
    return finding(rule, Message.of(words));
  }

  /** Starts a finding. */
  public Finding finding(RuleInfo rule, Message message) {
    return new Finding(rule, message);
  }

  /** A finding in the making: says what, at which node, and how to mend it. */
  public final class Finding {
    private final RuleInfo rule;
    private final Message message;
    private Severity severity;
    private Message help = Message.EMPTY;
    private final List<Related> related = new ArrayList<>();
    private final List<Fix> fixes = new ArrayList<>();

    private Finding(RuleInfo rule, Message message) {
      this.rule = rule;
      this.message = message;
      this.severity = rule.severity();
    }

    /** For the finding that is worse or milder than its rule's others. */
    public Finding severity(Severity other) {
      this.severity = other;
      return this;
    }

    /** What would be right, in words of our own. */
    public Finding help(String words) {
      return help(Message.of(words));
    }

    /** What would be right. */
    public Finding help(Message other) {
      this.help = other;
      return this;
    }

    public Finding related(Related other) {
      related.add(other);
      return this;
    }

    public Finding fix(Fix fix) {
      fixes.add(fix);
      return this;
    }

    public Finding fix(Optional<Fix> fix) {
      fix.ifPresent(fixes::add);
      return this;
    }

    /** An unsafe fix of one edit; none where that cannot be made. */
    public Finding unsafeFix(Message title, Optional<Edit> edit) {
      return fix(edit.map(made -> Fix.unsafe(title, made)));
    }

    /** The same with a title in words of our own. */
    public Finding unsafeFix(String title, Optional<Edit> edit) {
      return unsafeFix(Message.of(title), edit);
    }

    /** Reports it at a key. */
    public void atKey(Entry entry) {
      at(NodeLocator.keySpan(entry));
    }

    /** Reports it at a scalar's value; at its key where nothing is written. */
    public void atValue(Entry entry) {
      if (entry.value() instanceof ScalarNode scalar && !scalar.isOmitted()) {
        at(scalar.contentSpan());
      } else {
        atKey(entry);
      }
    }

    public void atValue(ScalarNode scalar) {
      at(scalar.contentSpan());
    }

    /** Reports it at a part of a scalar's value, such as a word of the command. */
    public void atPart(ScalarNode scalar, Span inValue) {
      at(scalar.sourceSpan(inValue));
    }

    /** Reports it at the key or the dash of a place in the manifest, where there is one. */
    public void atPath(DocPath path) {
      NodeLocator.handleOf(manifest.root(), path).ifPresent(this::at);
    }

    /** Reports it at a place in the file. */
    public void at(Span span) {
      Optional<String> path =
          locator.get().flatMap(index -> index.pathAt(span.start())).map(Object::toString);
      sink.accept(diagnostic(Optional.of(span), path));
    }

    /** Reports it as a fault of the model definition itself. */
    public void atModel() {
      sink.accept(diagnostic(Optional.empty(), Optional.empty()));
    }

    private Diagnostic diagnostic(Optional<Span> span, Optional<String> path) {
      return new Diagnostic(rule.id(), severity, span, path, message, help, related, fixes);
    }
  }
}
