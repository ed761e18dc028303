package dev.wmllint.yaml.syntax;

import dev.wmllint.text.Span;
import dev.wmllint.yaml.lines.Chars;
import dev.wmllint.yaml.lines.LineReader;
import java.util.List;
import java.util.Optional;

/** What may be wrong inside {@code {…}} and {@code […]}, JSON among them. */
final class FlowProblems extends Candidates {
  FlowProblems(LineReader reader, SyntaxError error) {
    super(reader, error);
  }

  /**
   * The candidates, the likeliest first.
   *
   * @param context the bracket that the parser was in, as far as it knows
   * @param at where it stopped
   */
  List<Candidate> explain(int context, int at) {
    boolean ended = Chars.skipTrivia(text, at) >= text.length();
    int open = bracketOf(context, at);
    char found = ended ? ' ' : text.charAt(at);
    if (ended) {
      unclosed(open);
      return candidates;
    }
    keyOverLines(open, at);
    if (Chars.isClosing(found)) {
      wrongClosing(open, at);
    } else if (error.problem().contains("expected the node content")) {
      nothingThere(at);
    } else if (found == ';' || found == '=') {
      instead(at, found == ';' ? "," : ":");
    } else {
      strayText(at, found);
      openQuote(at);
      missing(open, at, found);
    }
    unclosed(open);
    return candidates;
  }

  /** A key whose text begins in a line above its colon. */
  private void keyOverLines(int open, int at) {
    int colon = text.indexOf(':', at);
    int start = at - 1;
    while (start > open && ",{[".indexOf(text.charAt(start)) < 0) {
      start--;
    }
    int key = Chars.skipTrivia(text, start + 1);
    boolean one =
        colon >= 0
            && text.indexOf(':', key) == colon
            && text.substring(key, colon).chars().noneMatch(c -> "{}[],".indexOf(c) >= 0);
    if (one && lines.lineOf(key) < lines.lineOf(colon) && reader.content(colon).start() < colon) {
      Span first = new Span(key, lines.endOf(lines.lineOf(key)));
      int end = itemEnd(key);
      boolean comma = end < text.length() && text.charAt(end) == ',';
      Repair drop = Repair.giveUp(new Span(key, comma ? end + 1 : end));
      add(first, "a key must be on one line", "join its lines", drop);
    }
  }

  private int bracketOf(int context, int at) {
    if (context < text.length() && Chars.isOpening(text.charAt(context))) {
      return context;
    }
    int last = Math.max(text.lastIndexOf('{', at - 1), text.lastIndexOf('[', at - 1));
    return Math.max(0, last);
  }

  private void unclosed(int open) {
    if (!Brackets.isFlow(text)) {
      add(neverClosed(open), openingLine(open));
      return;
    }
    Brackets brackets = Brackets.of(text, lines, text.length());
    String closing = brackets.closing();
    if (brackets.unclosedByIndent().isPresent()) {
      int above = brackets.unclosedByIndent().getAsInt();
      int line = brackets.lineOfMissing().getAsInt();
      int blank = reader.contentOf(line).start() - 1;
      String missing = String.valueOf(Brackets.closing(text.charAt(above)));
      if (blank >= lines.startOf(line)) {
        add(neverClosed(above), Repair.replace(blank, missing));
      }
      add(
          neverClosed(above),
          Repair.replace(reader.contentOf(line).start(), missing)
              .and(Repair.append(closing, lines)));
    }
    add(neverClosed(open), Repair.append(closing, lines));
    add(neverClosed(open), openingLine(open));
  }

  private Problem neverClosed(int open) {
    String bracket = reader.charAt(open).of(text);
    return new Problem(
        Problem.Kind.BRACKET,
        reader.charAt(open),
        "'" + bracket + "' is never closed",
        bracket.isEmpty() ? "" : "close it with '" + Brackets.closing(bracket.charAt(0)) + "'");
  }

  private void wrongClosing(int open, int at) {
    String right = String.valueOf(Brackets.closing(text.charAt(open)));
    add(
        new Problem(
            Problem.Kind.BRACKET,
            reader.charAt(at),
            "'" + text.charAt(at) + "' cannot close '" + text.charAt(open) + "'",
            "close it with '" + right + "'",
            Optional.of(reader.charAt(open))),
        Repair.replace(at, right));
  }

  private void nothingThere(int at) {
    char found = text.charAt(at);
    if (found == ',') {
      addForeign(reader.charAt(at), "there is nothing before this ','", "remove it");
    } else {
      add(reader.charAt(at), "a value is missing here", "", dropItem(at));
    }
  }

  private void instead(int at, String right) {
    add(
        reader.charAt(at),
        "'" + text.charAt(at) + "' where '" + right + "' belongs",
        "",
        Repair.replace(at, right));
  }

  /** A quote that the next text's opening quote closed: what follows sticks to it. */
  private void openQuote(int at) {
    char quote = at == 0 ? ' ' : text.charAt(at - 1);
    int open = Chars.isQuote(quote) ? text.lastIndexOf(quote, at - 2) : -1;
    if (open < 0) {
      return;
    }
    Problem problem = quoteNeverClosed(open);
    int end = at - 2;
    while (end > open && Chars.isWhite(text.charAt(end))) {
      end--;
    }
    boolean separated = end < at - 2 && (text.charAt(end) == ',' || text.charAt(end) == ':');
    if (separated && end > open) {
      String separator = String.valueOf(text.charAt(end));
      add(
          problem,
          Repair.replace(end, String.valueOf(quote)).and(Repair.replace(at - 2, separator)));
    }
    int lineEnd = lines.endOf(lines.lineOf(open));
    if (lineEnd < at) {
      add(problem, Repair.giveUp(new Span(open, lineEnd)));
    }
  }

  /** Letters that stick to a bracket: somebody typed too much. */
  private void strayText(int at, char found) {
    int start = at;
    while (start > 0 && isText(text.charAt(start - 1))) {
      start--;
    }
    if (Chars.isOpening(found) && start < at) {
      String message = "this does not belong before '" + found + "'";
      addForeign(new Span(start, at), message, "remove it");
    }
  }

  private static boolean isText(char c) {
    return !Chars.isWhite(c) && "{}[],:\"'".indexOf(c) < 0;
  }

  private void missing(int open, int at, char found) {
    if (found == ':') {
      missingBeforeKeyOf(open, at);
      return;
    }
    int before = reader.contentBefore(at);
    boolean mapping = text.charAt(open) == '{';
    boolean colon = mapping && isKeyEnd(before) && !hasColonBehind(at);
    String right = colon ? ":" : ",";
    Problem problem =
        Problem.syntax(
            reader.charAt(Math.max(0, before)),
            "'" + right + "' is missing after this",
            colon ? "write \"key\": value" : "separate items by ','");
    int blank = at - 1;
    if (blank > before && Chars.isSpace(text.charAt(blank))) {
      add(problem, Repair.replace(blank, right));
    }
    add(problem, dropItem(at));
  }

  /** A {@code :} too many: its key was taken for the end of the value before. */
  private void missingBeforeKeyOf(int open, int colon) {
    int keyEnd = reader.contentBefore(colon);
    if (keyEnd >= 0 && lines.lineOf(keyEnd) < lines.lineOf(colon) && isKeyEnd(keyEnd)) {
      add(
          reader.charAt(colon),
          "this ':' must stand on the line of its key",
          "move it there",
          dropItem(colon));
      return;
    }
    int key = keyEnd + 1;
    while (key > open + 1 && !Chars.isWhite(text.charAt(key - 1))) {
      key--;
    }
    int before = reader.contentBefore(key);
    Problem problem =
        Problem.syntax(
            reader.charAt(Math.max(0, before)),
            "',' or '" + Brackets.closing(text.charAt(open)) + "' is missing after this",
            "separate items by ','");
    if (lines.lineOf(Math.max(0, before)) > lines.lineOf(open)
        || lines.lineOf(key) == lines.lineOf(open)) {
      if (key > 0 && Chars.isSpace(text.charAt(key - 1))) {
        add(problem, Repair.replace(key - 1, ","));
      }
      add(problem, dropItem(key));
    }
  }

  /** Whether a quoted text that ends at {@code last} stands where a key stands. */
  private boolean isKeyEnd(int last) {
    int start = last;
    if (last > 0 && (text.charAt(last) == '"' || text.charAt(last) == '\'')) {
      start = text.lastIndexOf(text.charAt(last), last - 1);
    } else {
      while (start > 0 && !Chars.isWhite(text.charAt(start - 1)) && !isSeparator(start - 1)) {
        start--;
      }
    }
    int before = start <= 0 ? -1 : reader.contentBefore(start);
    return before >= 0 && (text.charAt(before) == '{' || text.charAt(before) == ',');
  }

  private boolean isSeparator(int at) {
    return "{}[],".indexOf(text.charAt(at)) >= 0;
  }

  private boolean hasColonBehind(int at) {
    char quote = text.charAt(at);
    int end = Chars.isQuote(quote) ? text.indexOf(quote, at + 1) + 1 : at;
    int next = end <= 0 ? text.length() : Chars.skipTrivia(text, end);
    return end > at && next < text.length() && text.charAt(next) == ':';
  }

  private Repair dropItem(int at) {
    return Repair.giveUp(new Span(at, itemEnd(at)));
  }

  private int itemEnd(int at) {
    int depth = 0;
    int i = at;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (depth == 0 && (c == ',' || c == '}' || c == ']')) {
        break;
      }
      if (c == '"') {
        int close = text.indexOf('"', i + 1);
        i = close < 0 ? i : close;
      }
      depth += Chars.isOpening(c) ? 1 : Chars.isClosing(c) ? -1 : 0;
      i++;
    }
    return i;
  }

  private Repair openingLine(int open) {
    return blankLines(lines.lineOf(open), lines.lineOf(open));
  }
}
