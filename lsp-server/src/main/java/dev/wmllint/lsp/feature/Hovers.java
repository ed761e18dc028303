package dev.wmllint.lsp.feature;

import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.lsp.document.DocumentSnapshot;
import dev.wmllint.lsp.document.LspConverter;
import dev.wmllint.lsp.document.ManifestCommand;
import dev.wmllint.lsp.document.ManifestCommand.FileUse;
import dev.wmllint.lsp.document.ManifestCommand.Variable;
import dev.wmllint.model.ModelDefinition;
import dev.wmllint.model.ModelEntry;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.suppress.Directive;
import dev.wmllint.text.Count;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.NodeLocator;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import tools.jackson.databind.JsonNode;

/**
 * What is under the pointer: a key or value in the schema's words, a word of the command in those
 * of the model definition. A value is never shown, so that no credential can be.
 */
public final class Hovers {
  /** Enough for a licence header before the docstring. */
  private static final int HEAD_BYTES = 1 << 13;

  private static final RuleId FILE_MISSING = new RuleId("command-file-missing");

  private final ClientAbilities client;
  private final DiagnosticConverter diagnostics;

  public Hovers(ClientAbilities client) {
    this.client = client;
    this.diagnostics = new DiagnosticConverter(client);
  }

  public Optional<Hover> at(DocumentSnapshot snapshot, Position position) {
    LspConverter places = snapshot.converter();
    int offset = places.offset(position);
    return ofComment(snapshot, offset)
        .or(() -> ofCommand(snapshot, offset))
        .or(() -> ofKey(snapshot, offset))
        .map(
            found -> {
              String kind = client.markdownHover() ? MarkupKind.MARKDOWN : MarkupKind.PLAINTEXT;
              MarkupContent content = new MarkupContent(kind, found.words().text());
              return new Hover(content, places.range(found.span()));
            });
  }

  private record Found(HoverText words, Span span) {}

  /** The rule that an ignore comment names, or the model definition that a comment does. */
  private Optional<Found> ofComment(DocumentSnapshot snapshot, int offset) {
    if (!snapshot.isManifest()) {
      return Optional.empty();
    }
    for (Directive directive : snapshot.directives()) {
      if (directive.span().touches(offset)) {
        return directive instanceof Directive.Ignore ignore
            ? ignore.ids().stream()
                .filter(id -> id.span().touches(offset))
                .findFirst()
                .flatMap(this::ofRule)
            : snapshot
                .model()
                .filter(model -> directive instanceof Directive.Model)
                .map(model -> new Found(describe(model), directive.span()));
      }
    }
    return Optional.empty();
  }

  private Optional<Found> ofRule(Directive.Name id) {
    return RuleRegistry.find(id.text())
        .map(
            rule -> {
              HoverText words = words().bold(id.text());
              words.line("Finds " + rule.summary() + " (" + rule.severity().label() + ").");
              words.rule(id.text(), diagnostics.rulePage(rule.id()));
              return new Found(words, id.span());
            });
  }

  private HoverText describe(ModelDefinition model) {
    return words()
        .code(ModelEntries.name(model))
        .line(
            model.isReadable()
                ? "The model definition: " + Count.of(model.fileCount(), "file") + "."
                : "Not there, or not to be read as a model definition.");
  }

  private Optional<Found> ofCommand(DocumentSnapshot snapshot, int offset) {
    Optional<ManifestCommand> command = snapshot.command();
    if (command.isEmpty()) {
      return Optional.empty();
    }
    Optional<Variable> variable = command.get().variableAt(offset);
    if (variable.isPresent()) {
      return variable.flatMap(use -> ofVariable(snapshot, use));
    }
    return command.get().fileAt(offset).flatMap(use -> ofFile(snapshot, use));
  }

  private Optional<Found> ofVariable(DocumentSnapshot snapshot, Variable use) {
    HoverText words = words().bold("${" + use.name() + "}");
    if (use.assigned()) {
      return Optional.of(new Found(words.line("Set by the command itself."), use.span()));
    }
    return snapshot
        .schemaAt(DocPath.of("model_definition", "execution", "command"))
        .map(node -> node.variables().get(use.name()))
        .map(meaning -> new Found(words.line(meaning).line("Set by the service."), use.span()));
  }

  private Optional<Found> ofFile(DocumentSnapshot snapshot, FileUse use) {
    Optional<ModelDefinition> model = snapshot.model().filter(ModelDefinition::isReadable);
    Optional<ModelEntry> entry = model.flatMap(known -> ModelEntries.find(known, use));
    if (entry.isEmpty()) {
      return model
          .filter(known -> use.program() && isMissing(snapshot, use))
          .map(
              known ->
                  new Found(
                      words()
                          .code(use.paths().get(0))
                          .line("Not in the model definition " + ModelEntries.name(known) + "."),
                      use.span()));
    }
    String size = ModelEntries.size(entry.get().size());
    String where = ModelEntries.name(model.orElseThrow());
    HoverText words = words().code(entry.get().name()).line(size + ", in " + where + ".");
    docstring(model.get(), entry.get()).map(snapshot.redactor()::words).ifPresent(words::quote);
    return Optional.of(new Found(words, use.span()));
  }

  /**
   * As the linter has it: a module may be installed, and a file made by the commands before. As
   * long as this version is not checked, nothing is said.
   */
  private static boolean isMissing(DocumentSnapshot snapshot, FileUse use) {
    return snapshot.knownCheck().stream()
        .flatMap(check -> check.diagnostics().stream())
        .filter(found -> found.rule().equals(FILE_MISSING))
        .flatMap(found -> found.span().stream())
        .anyMatch(span -> span.overlaps(use.span()));
  }

  private static Optional<String> docstring(ModelDefinition model, ModelEntry entry) {
    return entry.name().endsWith(".py")
        ? model
            .readHead(entry, HEAD_BYTES)
            .flatMap(head -> Docstring.firstLine(new String(head, StandardCharsets.UTF_8)))
        : Optional.empty();
  }

  private Optional<Found> ofKey(DocumentSnapshot snapshot, int offset) {
    return snapshot
        .places()
        .flatMap(places -> places.pathAt(offset))
        .filter(path -> !path.isRoot())
        .flatMap(
            path ->
                snapshot
                    .schemaAt(path)
                    .map(node -> new Found(describe(path, node), placeOf(snapshot, path, offset))));
  }

  private static Span placeOf(DocumentSnapshot snapshot, DocPath path, int offset) {
    Optional<Span> handle =
        snapshot
            .key(path)
            .or(
                () ->
                    snapshot.manifest().flatMap(known -> NodeLocator.handleOf(known.root(), path)));
    Optional<Span> value =
        snapshot
            .manifest()
            .flatMap(manifest -> manifest.at(path))
            .map(node -> node.span())
            .filter(span -> span.touches(offset));
    Span place = value.or(() -> handle).orElse(Span.at(offset));
    // A key in quotes is hovered over at its quotes, too, and a range has to hold the position.
    boolean beside = place.start() - 1 == offset || place.end() + 1 == offset;
    return beside ? place.union(Span.at(offset)) : place;
  }

  private HoverText describe(DocPath path, SchemaNode node) {
    HoverText words = words();
    words.title(node.title().orElse(path.last().toString()), path.toString());
    node.deprecationMessage().ifPresent(words::line);
    Optional<String> meaning =
        client.markdownHover()
            ? node.markdownDescription().filter(text -> !lists(text, node)).or(node::description)
            : node.description();
    meaning.ifPresent(words::paragraph);
    if (!node.enumValues().isEmpty()) {
      words.heading("Allowed");
      for (String value : node.enumValues()) {
        words.item(value, meaning(node, value));
      }
    } else if (!node.isSecret()) {
      node.examples().stream()
          .filter(JsonNode::isString)
          .findFirst()
          .ifPresent(example -> words.example(example.stringValue()));
    }
    node.rule("enum")
        .filter(rule -> !node.enumValues().isEmpty())
        .ifPresent(rule -> words.rule(rule, diagnostics.rulePage(new RuleId(rule))));
    return words;
  }

  /** Whether a description names all that is allowed, which is listed here anyway. */
  private static boolean lists(String markdown, SchemaNode node) {
    return !node.enumValues().isEmpty()
        && node.enumValues().stream().allMatch(value -> markdown.contains("- `" + value + "`"));
  }

  private static String meaning(SchemaNode node, String value) {
    return node.enumDescription(value)
        .or(() -> Optional.ofNullable(node.gpus().get(value)).map(gpus -> Count.of(gpus, "GPU")))
        .orElse("");
  }

  private HoverText words() {
    return new HoverText(client.markdownHover());
  }
}
