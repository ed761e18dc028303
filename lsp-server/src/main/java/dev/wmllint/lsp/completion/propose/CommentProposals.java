package dev.wmllint.lsp.completion.propose;

import dev.wmllint.diagnostic.Diagnostic;
import dev.wmllint.lsp.completion.propose.Proposal.Face;
import dev.wmllint.lsp.completion.scan.CursorToken;
import dev.wmllint.rule.RuleInfo;
import dev.wmllint.rules.RuleRegistry;
import dev.wmllint.suppress.Directive;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@code # wml-lint:} comment can say. Other comments are left alone. */
final class CommentProposals {
  private static final String MARKER = "wml-lint:";
  private static final Pattern START = Pattern.compile("#+[ \\t]*(wml[-a-z]*:?)$");
  private static final Pattern DIRECTIVE = Pattern.compile("#+[ \\t]*wml-lint:[ \\t]*([a-z-]*)$");
  private static final Pattern IDS =
      Pattern.compile("#+[ \\t]*wml-lint:[ \\t]*ignore(?:-file)?[ \\t]*\\[([^\\]]*)$");
  private static final Pattern MODEL =
      Pattern.compile("#+[ \\t]*wml-lint:[ \\t]*model[ \\t]*=[ \\t]*(.*)$");

  private final CompletionRequest request;
  private final String text;
  private final int cursor;
  private final ProposalList list;

  CommentProposals(CompletionRequest request, ProposalList list) {
    this.request = request;
    this.text = request.source().text();
    this.cursor = request.offset();
    this.list = list;
  }

  void propose(CursorToken.Comment place) {
    String before = text.substring(startOfPart(place.span().start()), cursor);
    Matcher start = START.matcher(before);
    Matcher directive = DIRECTIVE.matcher(before);
    Matcher ids = IDS.matcher(before);
    Matcher model = MODEL.matcher(before);
    if (directive.matches()) {
      directives(
          cursor - directive.group(1).length(), text.charAt(cursor - 1) == ':' ? " " : "", "");
    } else if (start.matches() && MARKER.startsWith(start.group(1))) {
      directives(cursor - start.group(1).length(), "", MARKER + " ");
    } else if (ids.matches()) {
      rules(place, cursor - ids.group(1).length());
    } else if (model.matches()) {
      models(cursor - model.group(1).length(), place.span().end());
    }
  }

  /** The last '#' that may start a directive: one after a space, or the comment's own. */
  private int startOfPart(int comment) {
    int start = text.lastIndexOf('#', cursor - 1);
    while (start > comment && !Chars.isSpace(text.charAt(start - 1))) {
      start = text.lastIndexOf('#', start - 1);
    }
    return start;
  }

  private void directives(int from, String before, String marker) {
    int end = Chars.wordEnd(text, cursor, text.length());
    Span replace = new Span(from, end);
    boolean closed = end < text.length() && (text.charAt(end) == '[' || text.charAt(end) == '=');
    for (Choice directive : Choice.values()) {
      String written = before + marker + directive.word;
      Insertion insertion;
      if (closed) {
        insertion = Insertion.plain(written, replace);
      } else if (directive.brackets && request.client().snippets()) {
        insertion = new Insertion(written + "[${1}]", true, replace, List.of());
      } else {
        String open = directive.brackets ? "[" : "=";
        insertion = Insertion.plain(written + open, replace);
      }
      String label = marker + directive.word + (directive.brackets ? "[\u2026]" : "=");
      list.add(
          new Face(label, ProposalKind.DIRECTIVE, directive.meaning, marker + directive.word),
          insertion,
          Optional.empty());
    }
  }

  private enum Choice {
    IGNORE("ignore", true, "for this line, or for what follows"),
    IGNORE_FILE("ignore-file", true, "for the whole file"),
    MODEL("model", false, "names the model definition");

    final String word;
    final boolean brackets;
    final String meaning;

    Choice(String word, boolean brackets, String meaning) {
      this.word = word;
      this.brackets = brackets;
      this.meaning = meaning;
    }
  }

  /** Rules that the comment does not name yet; those that speak nearby come first. */
  private void rules(CursorToken.Comment place, int listStart) {
    int from = cursor;
    while (from > listStart && isId(text.charAt(from - 1))) {
      from--;
    }
    int end = cursor;
    while (end < place.span().end() && isId(text.charAt(end))) {
      end++;
    }
    int close = text.indexOf(']', end);
    boolean open = close < 0 || close > place.span().end();
    String others = text.substring(listStart, from) + "," + text.substring(end, open ? end : close);
    List<String> named = List.of(others.split("[\\s,]+", -1));
    boolean tight = from > listStart && text.charAt(from - 1) == ',';
    Span replace = new Span(from, end);
    for (RuleInfo rule : byDistance(place.span())) {
      String id = rule.id().value();
      if (!named.contains(id)) {
        list.add(
            Face.of(id, ProposalKind.RULE, rule.summary()),
            rule((tight ? " " : "") + id, replace, open),
            Optional.of(new Topic.Rule(id)));
      }
    }
  }

  /** Closes the brackets where that is still to be done; more ids may be typed before it. */
  private Insertion rule(String id, Span replace, boolean open) {
    boolean snippet = open && request.client().snippets();
    String closing = snippet ? "${1}]" : "]";
    return new Insertion(id + (open ? closing : ""), snippet, replace, List.of());
  }

  private static boolean isId(char c) {
    return c == '-' || (c < 128 && Character.isLetterOrDigit(c));
  }

  /** The catalogue; first the rules with findings, by how near those are to the comment. */
  private List<RuleInfo> byDistance(Span comment) {
    List<RuleInfo> rules = new ArrayList<>(RuleRegistry.catalogue());
    List<Diagnostic> findings = request.findings().get();
    rules.sort(Comparator.comparingLong(rule -> distance(rule, findings, comment)));
    return rules;
  }

  private long distance(RuleInfo rule, List<Diagnostic> findings, Span comment) {
    int line = request.source().lines().lineOf(cursor);
    return findings.stream()
        .filter(finding -> finding.rule().equals(rule.id()))
        .filter(finding -> finding.span().stream().noneMatch(comment::contains))
        .mapToLong(finding -> distance(finding, line))
        .min()
        .orElse(Long.MAX_VALUE);
  }

  private long distance(Diagnostic finding, int line) {
    int length = text.length();
    return finding
        .span()
        .map(span -> request.source().lines().lineOf(Math.min(span.start(), length)))
        .map(other -> Math.abs((long) other - line))
        .orElse((long) Integer.MAX_VALUE);
  }

  private void models(int from, int end) {
    for (String path : request.modelFiles().get()) {
      if (!path.isBlank() && path.chars().noneMatch(Character::isISOControl)) {
        ProposalKind kind = path.endsWith("/") ? ProposalKind.FOLDER : ProposalKind.FILE;
        list.add(
            Face.of(path, kind, ""),
            Insertion.plain(
                Directive.quoted(path), new Span(from, Chars.contentEnd(text, cursor, end))),
            Optional.empty());
      }
    }
  }
}
