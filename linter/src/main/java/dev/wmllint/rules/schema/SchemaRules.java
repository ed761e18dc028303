package dev.wmllint.rules.schema;

import dev.wmllint.diagnostic.Related;
import dev.wmllint.fix.UnquotedValue;
import dev.wmllint.manifest.Manifest;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Rule;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rule.SharedRules;
import dev.wmllint.rule.Words;
import dev.wmllint.schema.DocPath;
import dev.wmllint.schema.SchemaNode;
import dev.wmllint.schema.SchemaProblem;
import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Message;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.Entry;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.SequenceNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Turns what the JSON Schema does not allow into findings: the rule is the schema's, the place is
 * the document's, the words are ours.
 */
public final class SchemaRules implements Rule {
  static final RuleInfo MISSING_KEY =
      RuleInfo.error(Chapter.STRUCTURE, "missing-key", "a required key that is absent")
          .fix(FixKind.UNSAFE)
          .traits(RuleInfo.Trait.NESTING);
  static final RuleInfo EMPTY_VALUE =
      RuleInfo.error(Chapter.STRUCTURE, "empty-value", "a key without a value")
          .fix(FixKind.UNSAFE)
          .traits(RuleInfo.Trait.NESTING, RuleInfo.Trait.TO_FILL_IN);

  /** The rules about values that the schema does not list, by their ids there. */
  private static final Map<String, RuleInfo> VALUE_RULES =
      UnsupportedValues.INFOS.stream()
          .collect(Collectors.toMap(rule -> rule.id().value(), rule -> rule));

  private static final Pattern TAG_OR_ANCHOR =
      Pattern.compile("[\"']?[ \t]*:[ \t]+([!&][^\\s,{}\\[\\]]+)");

  private static final DocPath AUTHOR = DocPath.of("model_definition", "author");
  private static final Set<String> CONNECTION_RULES =
      Set.of("missing-connection-key", "connection-key-mismatch");

  @Override
  public List<RuleInfo> infos() {
    List<RuleInfo> infos =
        new ArrayList<>(
            List.of(
                MISSING_KEY, SharedRules.WRONG_TYPE, EMPTY_VALUE, SharedRules.SINGLE_DATA_SOURCE));
    infos.addAll(UnsupportedValues.INFOS);
    infos.addAll(ConnectionRules.INFOS);
    return infos;
  }

  @Override
  public void check(RuleContext context) {
    Map<DocPath, List<SchemaProblem>> connectionProblems = new LinkedHashMap<>();
    Set<Absence> absences = new HashSet<>();
    for (SchemaProblem problem : context.schema().validate(context.manifest().instance())) {
      if (isKnown(context, problem, absences)) {
        continue;
      }
      if (CONNECTION_RULES.contains(problem.rule())) {
        DocPath path =
            problem.rule().equals("missing-connection-key")
                ? problem.path()
                : problem.path().parent();
        connectionProblems.computeIfAbsent(path, key -> new ArrayList<>()).add(problem);
      } else {
        report(context, problem);
      }
    }
    connectionProblems.forEach((path, list) -> ConnectionRules.report(context, path, list));
    blankCommand(context);
  }

  /** Spaces are a value for the schema, and no command for the shell. */
  private static void blankCommand(RuleContext context) {
    context
        .manifest()
        .command()
        .filter(command -> !command.value().isEmpty() && command.value().isBlank())
        .ifPresent(
            command ->
                context
                    .finding(EMPTY_VALUE, Message.ofKey("command").text(" has no value"))
                    .help("the command that the run executes")
                    .atValue(command));
  }

  /** A key that a mapping lacks, by the place where the mapping is written. */
  private record Absence(Span mapping, String key) {}

  /** Whether an alias stands for a mapping whose lack of the same key is reported already. */
  private static boolean isKnown(
      RuleContext context, SchemaProblem problem, Set<Absence> absences) {
    Optional<Span> span = context.manifest().at(problem.path()).map(Node::span);
    return problem.property().isPresent()
        && span.filter(written -> !written.isEmpty()).isPresent()
        && !absences.add(new Absence(span.get(), problem.property().get()));
  }

  private void report(RuleContext context, SchemaProblem problem) {
    Optional<Node> node = context.manifest().at(problem.path());
    if (node.isEmpty() || (isShapeless(problem) && isRenamed(context, problem.path()))) {
      return;
    }
    RuleInfo valueRule = VALUE_RULES.get(problem.rule());
    if (valueRule != null && node.get() instanceof ScalarNode scalar) {
      UnsupportedValues.report(context, valueRule, problem, scalar);
      return;
    }
    switch (problem.rule()) {
      case "missing-key" -> missing(context, problem, node.get());
      case "single-data-source" -> dataSources(context, problem, node.get());
      case "empty-value" -> empty(context, problem, node.get());
      case "duplicate-key" -> spelledTwice(context, problem);
      case "unknown-key" -> {
        // The keys of the manifest have been gone through already.
      }
      default -> wrongType(context, problem, node.get());
    }
  }

  /** Whether a value has not the form that its key wants; then the key may be another. */
  private static boolean isShapeless(SchemaProblem problem) {
    return problem.rule().equals("wrong-type") || problem.rule().equals("empty-value");
  }

  private static boolean isRenamed(RuleContext context, DocPath path) {
    return entry(context, path).filter(context.manifest()::isRenamed).isPresent();
  }

  private static Optional<Entry> entry(RuleContext context, DocPath path) {
    if (!(path.last() instanceof String key)) {
      return Optional.empty();
    }
    return context
        .manifest()
        .at(path.parent())
        .filter(MappingNode.class::isInstance)
        .flatMap(parent -> ((MappingNode) parent).entry(key));
  }

  private void missing(RuleContext context, SchemaProblem problem, Node node) {
    String key = problem.property().orElseThrow();
    if (!(node instanceof MappingNode mapping) || mapping.isDamaged()) {
      return;
    }
    Optional<SchemaNode> schema = context.schemaAt(problem.path().key(key));
    Message message = Message.of("missing key '" + key + "'");
    context
        .finding(
            MISSING_KEY,
            problem.path().isRoot() ? message : message.text(" in ").key(problem.path().toString()))
        .help(schema.map(found -> "add " + key + ": " + content(key, found)).orElse(""))
        .fix(
            isOneOfSeveral(context, problem.path())
                ? Optional.empty()
                : MissingKeyFix.of(context, problem.path(), mapping, key))
        .atPath(problem.path());
  }

  /** Whether a mapping is an item of a list that must not have several: to fill it is no help. */
  private static boolean isOneOfSeveral(RuleContext context, DocPath path) {
    return path.last() instanceof Integer
        && context.manifest().at(path.parent()).orElse(null) instanceof SequenceNode list
        && list.items().size() > 1;
  }

  /** What belongs under a key: its allowed values, its keys, or what it is. */
  private static String content(String key, SchemaNode schema) {
    if (!schema.enumValues().isEmpty()) {
      return Words.known("one of", "", schema.enumValues());
    }
    SchemaNode mapping = schema.items().orElse(schema);
    if (!mapping.required().isEmpty()) {
      String list = schema.items().isPresent() ? "a list of one store with " : "a mapping with ";
      return list + Words.and(mapping.required());
    }
    return schema.description().map(SchemaRules::firstSentence).orElse("'" + key + "' is required");
  }

  private static String firstSentence(String words) {
    int end = words.indexOf(". ");
    return Words.clause(end < 0 ? words : words.substring(0, end));
  }

  private void dataSources(RuleContext context, SchemaProblem problem, Node node) {
    Optional<Entry> entry = entry(context, problem.path());
    if (node instanceof SequenceNode list && entry.isPresent()) {
      int count = list.items().size();
      String words = (count == Manifest.MAX_ITEMS ? "at least " : "") + count;
      RuleContext.Finding finding =
          context
              .finding(
                  SharedRules.SINGLE_DATA_SOURCE,
                  Message.ofKey(entry.get().written())
                      .text(" must have exactly one store, has " + words))
              .help("add one, with connection and source");
      if (count == 0) {
        finding.atKey(entry.get());
      } else {
        int line = context.document().lines().lineOf(list.items().get(0).dash().start()) + 1;
        finding
            .help("a run reads one store; the first is at line " + line)
            .related(Related.at(list.items().get(0).dash(), "the first store"))
            .at(list.items().get(1).dash());
      }
      return;
    }
    wrongType(context, problem, node);
  }

  private void empty(RuleContext context, SchemaProblem problem, Node node) {
    Optional<Entry> entry = entry(context, problem.path());
    String help = context.schemaAt(problem.path()).map(schema -> content("", schema)).orElse("");
    if (entry.isEmpty()) {
      context.finding(EMPTY_VALUE, "empty list item").help(help).atPath(problem.path());
      return;
    }
    if (context.document().isDamaged(entry.get().key().span().union(node.span()))
        || (node.isOmitted() && isDamaged(context, problem.path().parent()))) {
      return;
    }
    Optional<UnquotedValue> unquoted =
        node.isOmitted() ? unquoted(context.document(), entry.get()) : Optional.empty();
    if (unquoted.isPresent()) {
      boolean reported =
          context.document().problems().stream()
              .anyMatch(other -> unquoted.get().span().contains(other.span()));
      if (!reported) {
        context
            .finding(EMPTY_VALUE, unquoted.get().message())
            .help(unquoted.get().entities().isEmpty() ? "quote it" : "write the character itself")
            .fix(unquoted.get().fix(context.document()))
            .at(unquoted.get().span());
      }
      return;
    }
    context
        .finding(EMPTY_VALUE, Message.ofKey(entry.get().written()).text(" has no value"))
        .help(help)
        .atValue(entry.get());
  }

  /** What is written after a key that YAML takes for a tag or an anchor of nothing. */
  private static Optional<UnquotedValue> unquoted(ManifestDocument document, Entry entry) {
    Matcher value =
        TAG_OR_ANCHOR
            .matcher(document.text())
            .region(entry.key().span().end(), document.text().length());
    return value.lookingAt()
        ? Optional.of(UnquotedValue.of(document, new Span(value.start(1), value.end(1))))
        : Optional.empty();
  }

  private static boolean isDamaged(RuleContext context, DocPath path) {
    return context.manifest().at(path).orElse(null) instanceof MappingNode mapping
        && mapping.isDamaged();
  }

  private void spelledTwice(RuleContext context, SchemaProblem problem) {
    Optional<Entry> present = entry(context, problem.path());
    if (present.isEmpty()) {
      return;
    }
    String name = present.get().name();
    String earlier = name.replaceFirst("_reference$", "");
    int line = context.document().lines().lineOf(present.get().key().span().start()) + 1;
    entry(context, problem.path().parent().key(earlier))
        .ifPresent(
            twin ->
                context
                    .finding(
                        SharedRules.DUPLICATE_KEY,
                        Message.ofKeys(List.of(earlier, name), " and ").text(" are the same key"))
                    .help(Message.of("keep ").key(name).text(", at line " + line))
                    .related(Related.at(present.get().key().span(), "the present spelling"))
                    .atKey(twin));
  }

  private void wrongType(RuleContext context, SchemaProblem problem, Node node) {
    if (isCutOff(context, node)) {
      return;
    }
    Optional<Entry> entry = entry(context, problem.path());
    Optional<SchemaNode> schema =
        context.schemaAt(problem.path()).or(() -> Optional.of(problem.schema()));
    String wanted = schema.map(found -> wanted(found)).orElse("another type");
    Message name = entry.map(found -> Message.ofKey(found.written())).orElse(Message.of("this"));
    RuleContext.Finding finding =
        context
            .finding(
                SharedRules.WRONG_TYPE, name.text(" must be " + wanted + ", is " + node.describe()))
            .help(howToWrite(context, wanted, entry, node));
    if (problem.path().equals(AUTHOR)
        && node instanceof ScalarNode author
        && context.manifest().at(AUTHOR.parent()).orElse(null) instanceof MappingNode parent) {
      finding.fix(AuthorFix.split(context.document(), parent, entry.orElseThrow(), author));
    }
    if (node instanceof ScalarNode scalar && !scalar.isOmitted()) {
      finding.atValue(scalar);
    } else {
      finding.atPath(problem.path());
    }
  }

  /**
   * Whether the line below a value cannot be read: its keys may be what is missing in the value.
   */
  private static boolean isCutOff(RuleContext context, Node node) {
    LineIndex lines = context.document().lines();
    int below = lines.lineOf(node.span().end()) + 1;
    return node instanceof ScalarNode scalar
        && !scalar.isOmitted()
        && context.document().problems().stream()
            .anyMatch(other -> other.isSyntax() && lines.lineOf(other.span().start()) == below);
  }

  private static String howToWrite(
      RuleContext context, String wanted, Optional<Entry> entry, Node node) {
    if (wanted.startsWith("a mapping")
        && node instanceof ScalarNode scalar
        && entry.isPresent()
        && isBelow(context, entry.get(), scalar)) {
      // Half of a key, or one that YAML reads as text; it may be a password's.
      return (isKeyWithoutSpace(scalar.value())
              ? "missing space after ':'"
              : "missing ':' in the line below it")
          + "; write 'key: value'";
    }
    if (node instanceof MappingNode mapping && wanted.equals("a string")) {
      boolean template = mapping.entries().stream().anyMatch(e -> e.key() instanceof MappingNode);
      return template ? "YAML reads {{ }} as mappings: quote the template" : "";
    }
    if (node instanceof SequenceNode && wanted.equals("a string")) {
      return "write it on one line, without a dash";
    }
    if (node instanceof SequenceNode list && wanted.startsWith("a mapping")) {
      return list.isFlow() ? "remove the [ ]" : "remove the '- '";
    }
    return wanted.startsWith("a mapping") ? "write its keys below it, indented" : "";
  }

  private static boolean isBelow(RuleContext context, Entry entry, ScalarNode value) {
    LineIndex lines = context.document().lines();
    int line = lines.lineOf(entry.key().span().start());
    return value.isPlain() && !value.isNull() && lines.lineOf(value.span().start()) > line;
  }

  private static boolean isKeyWithoutSpace(String text) {
    int colon = text.indexOf(':');
    return colon > 0 && !text.startsWith("//", colon + 1);
  }

  /** The type that the schema wants, with what belongs in it. */
  private static String wanted(SchemaNode schema) {
    if (schema.types().contains("object")) {
      List<String> keys =
          schema.required().isEmpty()
              ? new ArrayList<>(schema.properties().keySet())
              : schema.required();
      return keys.isEmpty() || keys.size() > 6 ? "a mapping" : "a mapping with " + Words.and(keys);
    }
    if (schema.types().contains("array")) {
      return "a list";
    }
    return "a string";
  }
}
