package dev.wmllint.command;

import dev.wmllint.command.WordPart.VariableUse;
import dev.wmllint.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The text under the readers, how far they are, and what they have found besides the words. */
final class ShellText {
  /** Deeper nesting is not read any further: it would cost stack, and nobody writes it. */
  static final int MAX_DEPTH = 50;

  private final String text;
  private int position;
  private int end;
  private int depth;
  private int quotedExpansions;
  private boolean silent;

  private final List<VariableUse> variables = new ArrayList<>();
  private final Set<String> assigned = new HashSet<>();
  private final Set<String> functions = new HashSet<>();
  private final List<SyntaxProblem> problems = new ArrayList<>();

  ShellText(String text) {
    this.text = text;
    this.end = text.length();
  }

  int position() {
    return position;
  }

  void moveTo(int offset) {
    position = offset;
  }

  void advance(int count) {
    position += count;
  }

  boolean atEnd() {
    return position >= end;
  }

  int end() {
    return end;
  }

  /** Lets the text end earlier for a while; returns where it ended before. */
  int limit(int earlier) {
    int before = end;
    end = earlier;
    return before;
  }

  /** The char {@code ahead} of the position; NUL behind the end. */
  char peek(int ahead) {
    return charAt(position + ahead);
  }

  char peek() {
    return charAt(position);
  }

  char charAt(int offset) {
    return offset < end && offset >= 0 ? text.charAt(offset) : '\0';
  }

  boolean lookingAt(String expected) {
    return position + expected.length() <= end && text.startsWith(expected, position);
  }

  /** Passes over blanks and joined line ends. */
  void skipBlanks() {
    while (true) {
      if (ShellChars.isBlank(peek())) {
        advance(1);
      } else if (lookingAt("\\\n")) {
        advance(2);
      } else if (lookingAt("\\\r\n")) {
        advance(3);
      } else {
        return;
      }
    }
  }

  String slice(Span span) {
    return span.of(text);
  }

  String slice(int from, int to) {
    return text.substring(from, to);
  }

  Span spanFrom(int start) {
    return new Span(start, position);
  }

  /** One level deeper, unless that is too deep: then the rest of the text is given up. */
  boolean enter() {
    if (depth >= MAX_DEPTH) {
      giveUp();
      position = end;
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }

  /** Notes that what follows stands in an expansion between double quotes. */
  void enterQuotedExpansion() {
    quotedExpansions++;
  }

  void leaveQuotedExpansion() {
    quotedExpansions--;
  }

  /** Whether a double quote around the position waits for its end. */
  boolean inQuotedExpansion() {
    return quotedExpansions > 0;
  }

  /** A mistake behind which reading goes on as if it were not there. */
  void report(Span span, String message, String help) {
    if (!silent) {
      problems.add(new SyntaxProblem(span, message, help));
    }
  }

  /** A mistake whose consequences reach to the end of the text: nothing else is reported. */
  void reportLast(Span span, String message, String help) {
    report(span, message, help);
    giveUp();
  }

  /** From here on nothing is reported. */
  void giveUp() {
    silent = true;
  }

  /** Keeps quiet for a while; returns whether it was quiet before. */
  boolean silence(boolean wanted) {
    boolean before = silent;
    silent = wanted;
    return before;
  }

  void use(VariableUse variable) {
    variables.add(variable);
  }

  void assign(String name) {
    assigned.add(name);
  }

  void defineFunction(String name) {
    functions.add(name);
  }

  /** In order of their place: a here-document is read after the rest of its line. */
  List<VariableUse> variables() {
    variables.sort((a, b) -> a.span().compareTo(b.span()));
    return variables;
  }

  Set<String> assigned() {
    return assigned;
  }

  Set<String> functions() {
    return functions;
  }

  List<SyntaxProblem> problems() {
    problems.sort((a, b) -> a.span().compareTo(b.span()));
    return problems;
  }
}
