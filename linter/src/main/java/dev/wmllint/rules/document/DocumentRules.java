package dev.wmllint.rules.document;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.Safety;
import dev.wmllint.fix.UnquotedValue;
import dev.wmllint.layout.TabIndents;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Precedence;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rule.SharedRules;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.Edit;
import dev.wmllint.text.Message;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.RefusedText;
import dev.wmllint.yaml.syntax.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What is wrong with a file before it is looked at as a manifest. */
public final class DocumentRules {
  static final RuleInfo YAML_SYNTAX =
      RuleInfo.error(Chapter.YAML, "yaml-syntax", "text that is not well-formed YAML")
          .fix(FixKind.SAFE)
          .precedence(Precedence.SYNTAX)
          .traits(RuleInfo.Trait.PLAIN_YAML);
  static final RuleInfo MULTIPLE_DOCUMENTS =
      RuleInfo.error(Chapter.YAML, "multiple-documents", "more than one YAML document in one file");
  static final RuleInfo EMPTY_MANIFEST =
      RuleInfo.error(Chapter.YAML, "empty-manifest", "a file without content");
  static final RuleInfo RESOURCE_LIMIT =
      RuleInfo.error(
          Chapter.YAML, "resource-limit", "a file over the limits on size, nesting or aliases");
  static final RuleInfo INVALID_ENCODING =
      RuleInfo.error(Chapter.YAML, "invalid-encoding", "bytes that are not UTF-8");

  /** Tags that have a meaning, and are no beginning of a text. */
  private static final Pattern OF_YAML =
      Pattern.compile(
          "!<.*|!!(str|int|float|bool|null|binary|timestamp|seq|map|set|omap|pairs|merge|value)");

  private DocumentRules() {}

  public static List<RuleInfo> infos() {
    return List.of(
        YAML_SYNTAX, MULTIPLE_DOCUMENTS, EMPTY_MANIFEST, RESOURCE_LIMIT, INVALID_ENCODING);
  }

  /** Whether the fixes of a finding make text readable that is not. */
  public static boolean mendsText(ManifestDocument document, Diagnostic finding) {
    Predicate<Problem> same = problem -> finding.span().equals(Optional.of(problem.span()));
    return finding.rule().equals(YAML_SYNTAX.id())
        || document.problems().stream()
            .anyMatch(problem -> problem.isSyntax() && same.test(problem));
  }

  /** Reports what kept the text from being read. */
  public static void check(RuleContext context) {
    ManifestDocument document = context.document();
    if (!document.isRefused()) {
      encoding(context, document.source());
    }
    boolean readable = isReadable(document);
    for (Problem problem : document.problems()) {
      if (readable || problem.kind() == Problem.Kind.LIMIT) {
        report(context, problem);
      }
    }
    if (readable) {
      refused(context);
    }
    if (readable && document.problems().isEmpty()) {
      json(context);
    }
    if (readable && isEmpty(document)) {
      Span place = document.root().map(Node::span).orElse(Span.at(0));
      context
          .finding(EMPTY_MANIFEST, "the file has no content")
          .help("a manifest begins with 'model_definition:'")
          .at(place);
    }
  }

  /** Whether the bytes are of the encoding that they were read in. */
  public static boolean isReadable(ManifestDocument document) {
    SourceText source = document.source();
    return source.undecodable().isEmpty() && source.likelyCharset().isEmpty();
  }

  private static boolean isEmpty(ManifestDocument document) {
    boolean nothing = document.root().isEmpty() && document.problems().isEmpty();
    return nothing || document.root().filter(Node::isNull).isPresent();
  }

  /** Reports a document that is no mapping at all. */
  public static void wrongRoot(RuleContext context, Node root) {
    if (context.document().isDamaged() || root.isNull()) {
      return;
    }
    RuleContext.Finding finding =
        context
            .finding(SharedRules.WRONG_TYPE, "a manifest must be a mapping, is " + root.describe())
            .help("it begins with 'model_definition:'");
    NodeLocator.handleOf(root, DocPath.ROOT).ifPresent(finding::at);
  }

  private static void encoding(RuleContext context, SourceText source) {
    if (isReadable(context.document())) {
      return;
    }
    boolean utf8 = source.charset().equals(StandardCharsets.UTF_8);
    Span place = source.undecodable().orElse(new Span(0, Math.min(1, source.text().length())));
    String from = source.undecodable().isPresent() ? " from here on" : "";
    boolean binary = source.likelyCharset().isEmpty() && source.text().indexOf('\0') >= 0;
    String help =
        source
            .likelyCharset()
            .map(charset -> "it looks like " + charset + "; save the file as UTF-8")
            .orElse(binary ? "is this a text file? Save it as UTF-8" : "save the file as UTF-8");
    context
        .finding(INVALID_ENCODING, "not " + (utf8 ? "UTF-8" : "UTF-16") + from)
        .help(help)
        .at(place);
  }

  private static void report(RuleContext context, Problem problem) {
    RuleInfo rule =
        switch (problem.kind()) {
          case SYNTAX, TAB, BRACKET, FALSE_BLANK, TAG -> YAML_SYNTAX;
          case NESTING, LOST -> SharedRules.UNKNOWN_KEY;
          case REPEATED -> SharedRules.DUPLICATE_KEY;
          case MERGE -> SharedRules.WRONG_TYPE;
          case DOCUMENTS -> MULTIPLE_DOCUMENTS;
          case LIMIT -> RESOURCE_LIMIT;
        };
    Optional<UnquotedValue> unquoted = unquoted(context, problem);
    if (unquoted.isPresent() && !unquoted.get().entities().isEmpty()) {
      context
          .finding(rule, unquoted.get().message())
          .help("write the character itself")
          .fix(unquoted.get().fix(context.document()))
          .at(unquoted.get().entities().get(0).span());
      return;
    }
    RuleContext.Finding finding = context.finding(rule, problem.message()).help(problem.help());
    Optional<Fix> quotes = unquoted.flatMap(value -> value.fix(context.document()));
    finding.fix(quotes);
    if (quotes.isPresent() && problem.kind() == Problem.Kind.TAG) {
      finding.help("quote the value, if it is text");
    }
    problem
        .other()
        .ifPresent(span -> finding.related(Related.at(span, "the first one starts here")));
    if (problem.kind() == Problem.Kind.TAB) {
      TabIndents.fixes(context.document(), context.schema().root()).forEach(finding::fix);
    }
    if (problem.kind() == Problem.Kind.TAG && quotes.isEmpty()) {
      finding.fix(Fix.unsafe("remove the tag", Edit.remove(withBlanks(context, problem.span()))));
    }
    Safety safety = problem.kind() == Problem.Kind.FALSE_BLANK ? Safety.SAFE : Safety.UNSAFE;
    problem
        .mend()
        .map(mend -> new Fix(Message.of(mend.title()), safety, mend.edits()))
        .ifPresent(finding::fix);
    finding.severity(Severity.ERROR).at(problem.span());
  }

  /** The value with the problem, where quotes make a text of it. */
  private static Optional<UnquotedValue> unquoted(RuleContext context, Problem problem) {
    ManifestDocument document = context.document();
    boolean syntax = problem.kind() == Problem.Kind.SYNTAX;
    String mark = problem.span().of(document.text());
    if (!syntax && (problem.kind() != Problem.Kind.TAG || OF_YAML.matcher(mark).matches())) {
      return Optional.empty();
    }
    int end = problem.span().end();
    while (end < document.text().length() && document.text().charAt(end) == ' ') {
      end++;
    }
    // What ends with its mark is all of the value, between brackets too.
    boolean alone =
        end == document.text().length() || ",}]\r\n#".indexOf(document.text().charAt(end)) >= 0;
    if (alone && mark.length() > 1 && "!*".indexOf(mark.charAt(0)) >= 0) {
      return Optional.of(UnquotedValue.of(document, problem.span()));
    }
    return syntax || isInConnection(context, problem.span())
        ? UnquotedValue.at(document, problem.span())
        : Optional.empty();
  }

  private static boolean isInConnection(RuleContext context, Span place) {
    return context.manifest().stores().stream()
        .flatMap(store -> store.connection().stream())
        .anyMatch(connection -> connection.span().contains(place));
  }

  /** The spaces after it too, or before it where nothing follows in its line. */
  private static Span withBlanks(RuleContext context, Span tag) {
    String text = context.text();
    int end = tag.end();
    while (end < text.length() && text.charAt(end) == ' ') {
      end++;
    }
    boolean last = end == context.document().lines().endOf(context.document().lines().lineOf(end));
    int start = tag.start();
    while (last && start > 0 && text.charAt(start - 1) == ' ') {
      start--;
    }
    return new Span(start, end);
  }

  /** YAML takes single quotes, bare keys and a comma before the end; readers of JSON do not. */
  private static void json(RuleContext context) {
    ManifestDocument document = context.document();
    boolean json = document.source().name().toLowerCase(Locale.ROOT).endsWith(".json");
    if (!json || !(document.root().orElse(null) instanceof MappingNode root) || !root.isFlow()) {
      return;
    }
    try (JsonParser parser =
        new JsonFactory().createParser(ObjectReadContext.empty(), context.text())) {
      while (parser.nextToken() != null) {
        // Only whether it can be read matters.
      }
    } catch (JacksonException e) {
      int end = context.text().length();
      int at = (int) Math.min(Math.max(0, e.getLocation().getCharOffset()), end);
      context
          .finding(YAML_SYNTAX, "this is not JSON, though the file's name says so")
          .help("YAML allows it; JSON has double quotes around keys and texts, and no last comma")
          .severity(Severity.INFO)
          .at(new Span(at, Math.min(at + 1, end)));
    }
  }

  /** Of places of one kind the first is reported, and all are mended. */
  private static void refused(RuleContext context) {
    Map<String, List<RefusedText.Refused>> kinds = new LinkedHashMap<>();
    for (RefusedText.Refused refused : RefusedText.in(context.document())) {
      kinds.computeIfAbsent(refused.what(), what -> new ArrayList<>()).add(refused);
    }
    kinds.forEach(
        (what, all) -> {
          List<Edit> edits =
              all.stream().map(refused -> new Edit(refused.span(), refused.text())).toList();
          boolean tab = what.contains("tab");
          context
              .finding(YAML_SYNTAX, what)
              .help("older YAML readers refuse it; " + (tab ? "write spaces" : "write it without"))
              .fix(new Fix(Message.of(tab ? "write spaces" : "mend it"), Safety.SAFE, edits))
              .at(all.get(0).span());
        });
  }
}
