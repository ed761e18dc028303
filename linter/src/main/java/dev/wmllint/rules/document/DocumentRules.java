package dev.wmllint.rules.document;

import dev.wmllint.diagnostic.Related;
import dev.wmllint.diagnostic.RuleId;
import dev.wmllint.diagnostic.Severity;
import dev.wmllint.fix.Edit;
import dev.wmllint.fix.Fix;
import dev.wmllint.fix.FixApplier;
import dev.wmllint.fix.Safety;
import dev.wmllint.rule.Chapter;
import dev.wmllint.rule.FixKind;
import dev.wmllint.rule.Precedence;
import dev.wmllint.rule.RuleContext;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rule.SharedRules;
import dev.wmllint.schema.DocPath;
import dev.wmllint.text.Count;
import dev.wmllint.text.Message;
import dev.wmllint.text.SourceText;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.EmptyTabs;
import dev.wmllint.yaml.ManifestDocument;
import dev.wmllint.yaml.MappingNode;
import dev.wmllint.yaml.Node;
import dev.wmllint.yaml.NodeLocator;
import dev.wmllint.yaml.ScalarNode;
import dev.wmllint.yaml.syntax.FalseBlanks;
import dev.wmllint.yaml.syntax.Problem;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

  private DocumentRules() {}

  public static List<RuleInfo> infos() {
    return List.of(
        YAML_SYNTAX, MULTIPLE_DOCUMENTS, EMPTY_MANIFEST, RESOURCE_LIMIT, INVALID_ENCODING);
  }

  /** Whether the fixes of a rule make text readable that is not. */
  public static boolean mendsText(RuleId rule) {
    return rule.equals(YAML_SYNTAX.id());
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
      emptyTabs(context);
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
    return nothing || isNull(document.root());
  }

  private static boolean isNull(Optional<Node> root) {
    return root.orElse(null) instanceof ScalarNode scalar && scalar.isNull();
  }

  /** Reports a document that is no mapping at all. */
  public static void wrongRoot(RuleContext context, Node root) {
    if (context.document().isDamaged() || isNull(Optional.of(root))) {
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
          case SYNTAX, TAB, FALSE_BLANK, TAG -> YAML_SYNTAX;
          case MERGE -> SharedRules.WRONG_TYPE;
          case DOCUMENTS -> MULTIPLE_DOCUMENTS;
          case LIMIT -> RESOURCE_LIMIT;
        };
    RuleContext.Finding finding = context.finding(rule, problem.message()).help(problem.help());
    problem
        .other()
        .ifPresent(span -> finding.related(Related.at(span, "the first one starts here")));
    if (problem.kind() == Problem.Kind.TAB) {
      TabIndents.fixes(context.document(), context.schema().root()).forEach(finding::fix);
    }
    if (problem.kind() == Problem.Kind.FALSE_BLANK) {
      falseBlanks(context.document(), problem, finding);
    }
    if (problem.kind() == Problem.Kind.TAG) {
      finding.fix(Fix.unsafe("remove the tag", Edit.remove(withBlanks(context, problem.span()))));
    }
    finding.at(problem.span());
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

  /** Tabs before a comment, or before nothing. */
  private static void emptyTabs(RuleContext context) {
    List<Span> tabs = EmptyTabs.in(context.document());
    if (tabs.isEmpty()) {
      return;
    }
    String text = context.text();
    int start = tabs.get(0).start() + tabs.get(0).of(text).indexOf('\t');
    List<Edit> edits = new ArrayList<>();
    for (Span indent : tabs) {
      boolean blank = indent.end() == text.length() || text.charAt(indent.end()) != '#';
      edits.add(new Edit(indent, blank ? "" : indent.of(text).replace("\t", "  ")));
    }
    context
        .finding(YAML_SYNTAX, "a tab indents a line without content")
        .help("older YAML readers refuse it; indent with spaces")
        .fix(new Fix(Message.of("indent with spaces"), Safety.SAFE, edits))
        .at(new Span(start, tabs.get(0).end()));
  }

  private static void falseBlanks(
      ManifestDocument document, Problem problem, RuleContext.Finding finding) {
    List<Span> all = FalseBlanks.in(document.text(), document.lines());
    long others =
        all.stream().map(span -> document.lines().lineOf(span.start())).distinct().count() - 1;
    if (others > 0) {
      finding.help(problem.help() + ", here and in " + Count.of(others, "more line"));
    }
    List<Edit> edits = all.stream().map(span -> new Edit(span, " ".repeat(span.length()))).toList();
    Fix spaces = new Fix(Message.of("replace by spaces"), Safety.SAFE, edits);
    String fixed = FixApplier.apply(document.text(), List.of(spaces));
    if (document.withText(fixed).problems().isEmpty()) {
      finding.fix(spaces);
    }
  }
}
