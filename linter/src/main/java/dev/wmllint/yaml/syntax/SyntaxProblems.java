package dev.wmllint.yaml.syntax;

import dev.wmllint.text.LineIndex;
import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import java.util.List;

/**
 * Says in our words what the parser stumbled over, and where the mistake itself may be: the parser
 * often notices it a line later. Never quotes more than one char of the text, which may be half of
 * a password.
 */
public final class SyntaxProblems extends Candidates {
  /** How far above its discovery a mistake is searched. */
  private static final int LINES_ABOVE = 20;

  private static final String DASH_WITHOUT_BLANK = "missing space after '-'";

  private SyntaxProblems(String text, LineIndex lines, SyntaxError error) {
    super(new LineReader(text, lines), error);
  }

  /** At least one candidate, the likeliest first: each is worth a trial. */
  public static List<Candidate> explain(String text, LineIndex lines, SyntaxError error) {
    SyntaxProblems problems = new SyntaxProblems(text, lines, error);
    problems.foreign();
    problems.explain();
    return problems.candidates;
  }

  /** The likeliest of what the parser's complaint alone says. */
  public static Candidate likeliest(String text, LineIndex lines, SyntaxError error) {
    SyntaxProblems problems = new SyntaxProblems(text, lines, error);
    problems.explain();
    return problems.candidates.get(0);
  }

  private void explain() {
    int at = Math.min(error.problemAt().orElse(error.contextAt().orElse(0)), text.length());
    int context = Math.min(error.contextAt().orElse(at), text.length());
    ofTheParser(at, context);
    openQuoteAbove(at);
  }

  private void foreign() {
    int at = error.problemAt().orElse(error.contextAt().orElse(0));
    int line = lines.lineOf(Math.min(at, text.length()));
    ForeignText foreign = new ForeignText(reader);
    foreign.conflict().ifPresent(candidates::add);
    if (isJson()) {
      foreign.comments().ifPresent(candidates::add);
    }
    foreign
        .falseBlanks(line, LINES_ABOVE)
        .ifPresent(
            candidate -> {
              int damaged = lines.lineOf(candidate.problem().span().start());
              candidates.add(candidate);
              add(candidate.problem(), blankLines(damaged, damaged));
            });
  }

  /** Whether the text is JSON, maybe below a comment of JSON. */
  private boolean isJson() {
    int start = Chars.skipTrivia(text, 0);
    boolean comment = text.startsWith("//", start) || text.startsWith("/*", start);
    return comment ? text.indexOf('{', start) >= 0 : Brackets.isFlow(text);
  }

  /** The parser's messages are its own; what they mean is told by a few words in them. */
  private void ofTheParser(int at, int context) {
    String problem = error.problem();
    String where = error.context();
    if (problem.contains("TAB") || problem.contains("tab character")) {
      tab(at);
    } else if (problem.contains("DEL")) {
      delete(context);
    } else if (where.contains("simple key")) {
      keyWithoutColon(context);
    } else if (problem.contains("mapping values are not allowed")) {
      colon(at);
    } else if (where.contains("quoted scalar")) {
      quote(context, at, problem);
    } else if (where.contains("flow")) {
      candidates.addAll(new FlowProblems(reader, error).explain(context, at));
    } else if (where.contains("block scalar")) {
      blockScalar(context, at, problem);
    } else if (where.contains("directive") || problem.contains("directive")) {
      directive(at);
    } else if (problem.contains("<document start>")) {
      outsideDocument(at);
    } else if (problem.contains("undefined tag handle")) {
      tagHandle(at);
    } else if (problem.contains("sequence entries are not allowed")) {
      add(
          reader.charAt(at),
          "a list cannot start on the line of its key",
          "start it on the next line, or quote the value");
    } else if (problem.contains("mapping keys are not allowed")) {
      valueStart(at);
    } else if (problem.contains("cannot start any token")
        || problem.contains("expected the node content")
        || where.contains("scanning an a")
        || where.contains("scanning a tag")) {
      valueStart(where.contains("scanning") && !where.contains("next token") ? context : at);
    } else if (problem.contains("expected <block end>")) {
      blockEnd(at, problem);
    } else if (where.isEmpty() && error.problemAt().isEmpty() && text.contains("%YAML")) {
      directive(text.indexOf("%YAML"));
    } else {
      add(reader.content(at), "this cannot be read as YAML", "");
    }
  }

  private void tab(int at) {
    int line = lines.lineOf(at);
    int tab = text.indexOf('\t', lines.startOf(line));
    int from = tab < 0 || tab > at ? at : tab;
    int end = from;
    while (end < text.length() && text.charAt(end) == '\t') {
      end++;
    }
    Span span = end > from ? new Span(from, end) : reader.charAt(at);
    Problem problem =
        new Problem(Problem.Kind.TAB, span, "a tab where YAML needs spaces", "indent with spaces");
    Repair spaces = Repair.indentWithSpaces(lines);
    if (!spaces.apply(text).equals(text)) {
      add(problem, spaces);
    }
    add(problem, blankLines(line, line));
    add(problem, blankLines(line, reader.lastLineBelow(line)));
  }

  private void delete(int from) {
    int at = text.indexOf('\u007F', from);
    if (at >= 0) {
      Problem problem =
          Problem.syntax(
              reader.charAt(at), "the character U+007F is not allowed in YAML", "remove it");
      add(problem, Repair.replace(at, "\uFFFD"));
    } else {
      add(reader.content(from), "this cannot be read as YAML", "");
    }
  }

  private void keyWithoutColon(int at) {
    int line = lines.lineOf(at);
    Span content = reader.contentOf(line);
    int colon = text.indexOf(':', content.start());
    int next = colon + 1;
    if (text.startsWith("-", content.start()) && isBesideItem(line)) {
      addSubtree(reader.charAt(content.start()), DASH_WITHOUT_BLANK, "write '- item'");
    } else if (isBesideItem(line)) {
      addSubtree(content, "this line is between list items, but is not one", "start it with '- '");
    } else if (colon > content.start() && next < content.end() && text.charAt(next) != '/') {
      addSubtree(reader.charAt(colon), "missing space after ':'", "write 'key: value'");
    } else if (content.of(text).indexOf('\uFF1A') >= 0) {
      addSubtree(
          reader.charAt(text.indexOf('\uFF1A', content.start())),
          "this colon is a full-width one (U+FF1A)",
          "write ': '");
    } else {
      addSubtree(
          content,
          "this line is neither 'key: value' nor part of the value above",
          "write 'key: value'");
    }
  }

  private boolean isBesideItem(int line) {
    int above = reader.lineWithContentAbove(line);
    return above >= 0
        && reader.line(above).column() == reader.line(line).column()
        && text.startsWith("- ", reader.contentOf(above).start());
  }

  /** A {@code :} where no key may stand: in a value, or after a line without one. */
  private void colon(int at) {
    int line = lines.lineOf(at);
    int firstColon = reader.line(line).firstColon();
    if (firstColon >= 0 && firstColon < at) {
      addSubtree(
          reader.charAt(at), "': ' is not allowed inside a plain value", "quote the whole value");
      return;
    }
    int above = reader.lineWithContentAbove(line);
    if (above >= 0 && reader.line(above).firstColon() < 0) {
      keyWithoutColon(reader.contentOf(above).start());
      int last = candidates.size() - 1;
      add(candidates.get(last).problem(), blankLines(above, above));
    }
    Span key = reader.contentOf(line);
    Span span = new Span(key.start(), Math.max(key.start(), at));
    add(span, "this key is indented deeper than its siblings", "align it with them");
    addSubtree(span, "this key is indented deeper than its siblings", "align it with them");
  }

  private void quote(int open, int at, String problem) {
    if (!problem.contains("unexpected end of stream") && !problem.contains("document separator")) {
      int backslash = Math.max(open, text.lastIndexOf('\\', Math.max(0, at - 1)));
      addSubtree(
          new Span(backslash, Math.max(backslash, Math.min(text.length(), at + 1))),
          "unknown escape in double quotes",
          "write '\\\\' for a backslash, or use single quotes");
      return;
    }
    Problem unclosed = quoteNeverClosed(open);
    if (Brackets.isFlow(text)) {
      String closing = Brackets.of(text, lines, open).closing();
      Span rest = new Span(open, lines.endOf(lines.lineOf(open)));
      add(unclosed, Repair.giveUp(rest).and(Repair.append(closing, lines)));
      add(unclosed, Repair.giveUp(rest));
    }
    int line = lines.lineOf(open);
    add(unclosed, blankLines(line, reader.lastLineBelow(line)));
  }

  private void blockScalar(int context, int at, String problem) {
    if (problem.contains("leading empty lines")) {
      int blank = lines.lineOf(context) - 1;
      int header = reader.lineWithContentAbove(lines.lineOf(context));
      Problem deep =
          Problem.syntax(
              lines.span(Math.max(0, blank)),
              "this empty line is indented deeper than the text below it",
              "remove the blanks");
      int first = Math.max(0, header);
      add(deep, blankLines(first, reader.lastLineBelow(first)));
    } else if (problem.contains("range 1-9")) {
      addSubtree(reader.charAt(at), "an indentation indicator is a digit from 1 to 9", "remove it");
    } else {
      String mark = reader.charAt(context).of(text);
      addSubtree(
          reader.charAt(context),
          "a plain value cannot start with '" + mark + "'",
          "quote the value; the text of a block scalar starts on the line below '" + mark + "'");
    }
  }

  private void directive(int at) {
    int line = lines.lineOf(at);
    Span span = reader.contentOf(line);
    boolean directive = text.startsWith("%", span.start());
    boolean first = reader.lineWithContentAbove(line) < 0;
    if (!directive || first || error.problem().contains("duplicate")) {
      Span whole = directive ? lines.span(line) : span;
      add(span, "this directive cannot be read", "remove it", Repair.passOver(List.of(whole)));
    } else {
      addSubtree(reader.charAt(span.start()), "a line cannot start with '%' here", "quote it");
    }
  }

  /** Text before {@code ---} or after the end of the document. */
  private void outsideDocument(int at) {
    int line = lines.lineOf(at);
    int start = Chars.skipTrivia(text, 0);
    if (text.startsWith("%", start)) {
      addForeign(
          reader.content(start),
          "missing '---' after this directive",
          "add a line '---', or remove the directive");
      return;
    }
    char c = at < text.length() ? text.charAt(at) : ' ';
    if (c == '}' || c == ']') {
      addClosesNothing(at);
      return;
    }
    int first = lines.lineOf(start);
    if (reader.line(first).column() > reader.line(line).column() && !Brackets.isFlow(text)) {
      addSubtree(
          reader.contentOf(first),
          reader.contentOf(line).start(),
          "this line is indented deeper than a line below it on the same level",
          "align both");
      return;
    }
    Span rest = new Span(at, Math.max(at, reader.contentOf(line).end()));
    add(rest, "the document has ended before this", "remove it", Repair.giveUp(rest));
  }

  private void addClosesNothing(int at) {
    String message = "'" + reader.charAt(at).of(text) + "' closes nothing";
    add(
        new Problem(Problem.Kind.BRACKET, reader.charAt(at), message, "remove it"),
        Repair.passOver(List.of(reader.charAt(at))));
  }

  private void tagHandle(int at) {
    int end = at;
    while (end < text.length() && !Chars.isWhite(text.charAt(end))) {
      end++;
    }
    addForeign(
        new Span(at, end),
        "the handle of this tag is not declared",
        "remove the tag, or quote the value");
  }

  private void valueStart(int at) {
    Span mark = reader.charAt(at);
    String shown = mark.isEmpty() || Chars.isWhite(text.charAt(at)) ? "this" : mark.of(text);
    if (text.startsWith("...", at) && reader.at(at).isMarker()) {
      addForeign(reader.content(at), "'...' ends a document, and none has begun", "remove it");
    } else if (shown.equals("}") || shown.equals("]")) {
      addSubtree(mark, "'" + shown + "' closes nothing", "remove it, or quote the value");
    } else {
      addSubtree(mark, "a plain value cannot start with '" + shown + "'", "quote the value");
    }
  }

  private void blockEnd(int at, String problem) {
    int line = lines.lineOf(at);
    Span content = reader.contentOf(line);
    String mark = reader.charAt(at).of(text);
    if (problem.contains("block mapping start") || problem.contains("block sequence start")) {
      dashWithoutBlank(line);
      String message = "the indentation of this line fits no line above";
      addSubtree(content, message, "align it with the lines that it belongs to");
      add(content, message, "align it with the lines that it belongs to");
    } else if (problem.contains("'<scalar>'") || problem.contains("found '{'")) {
      behindValue(at, content);
    } else if (problem.contains("<anchor>") || problem.contains("<tag>")) {
      addSubtree(reader.charAt(at), "this cannot follow what is before it", "quote the value");
    } else if (mark.equals("-")) {
      addSubtree(reader.charAt(at), "a list item cannot be among keys", "indent it under its key");
    } else if (mark.equals("}") || mark.equals("]")) {
      addClosesNothing(at);
    } else if (mark.equals(":")) {
      addSubtree(reader.charAt(at), "there is no key before this ':'", "write 'key: value'");
    } else if (problem.contains("found '?'")) {
      addSubtree(content, "a key cannot stand among list items", "start it with '- '");
    } else {
      addSubtree(content, "this does not belong here", "align it with the keys above");
    }
  }

  /** A {@code -key:} above, which is a key by itself and not the first of an item. */
  private void dashWithoutBlank(int line) {
    int above = reader.lineWithContentAbove(line);
    while (above >= 0 && reader.line(above).column() >= reader.line(line).column()) {
      above = reader.lineWithContentAbove(above);
    }
    int start = above < 0 ? text.length() : reader.contentOf(above).start();
    if (text.startsWith("-", start) && !reader.line(above).startsItem()) {
      addSubtree(reader.charAt(start), DASH_WITHOUT_BLANK, "write '- item'");
    }
  }

  private void behindValue(int at, Span content) {
    int before = reader.contentBefore(at);
    char quote = before < 0 ? ' ' : text.charAt(before);
    String help =
        quote == '\''
            ? "write '' for an apostrophe inside single quotes"
            : quote == '"'
                ? "write \\\" for a quote inside double quotes"
                : "quote the whole value";
    boolean within = content.start() <= at && at < content.end();
    Span rest = within ? new Span(at, content.end()) : reader.charAt(at);
    if (at == content.start()) {
      addSubtree(
          rest,
          "this line belongs to no value above it",
          "align it with the lines that it continues");
    } else {
      addSubtree(rest, "the value has ended before this", help);
    }
  }

  /** A quote that was closed by the next text's opening quote shows only there. */
  private void openQuoteAbove(int at) {
    int line = lines.lineOf(at);
    for (int i = line - 1; i >= Math.max(0, line - LINES_ABOVE); i--) {
      int quote = oddQuote(reader.contentOf(i));
      if (quote >= 0) {
        add(quoteNeverClosed(quote), blankLines(i, i));
        return;
      }
    }
  }

  /** Offset of the quote that a key or a value starts with and its line does not close; or -1. */
  private int oddQuote(Span content) {
    int colon = content.isEmpty() ? -1 : reader.at(content.start()).firstColon();
    int key = text.startsWith("- ", content.start()) ? content.start() + 2 : content.start();
    int value = colon < 0 ? key : Math.min(content.end(), colon + 2);
    for (int start : new int[] {key, value}) {
      char quote = start < content.end() ? text.charAt(start) : ' ';
      boolean quoted = quote == '"' || quote == '\'';
      int close = text.indexOf(quote, start + 1);
      if (quoted && (close < 0 || close >= content.end())) {
        return start;
      }
    }
    return -1;
  }

  private void add(Span span, String message, String help) {
    int line = lines.lineOf(span.start());
    add(span, message, help, blankLines(line, line));
  }

  /** Also gives up what is below the line, which would else join the line above. */
  private void addSubtree(Span span, String message, String help) {
    addSubtree(span, span.start(), message, help);
  }

  private void addSubtree(Span span, int damagedAt, String message, String help) {
    int line = lines.lineOf(damagedAt);
    add(span, message, help, blankLines(line, reader.lastLineBelow(line)));
  }
}
